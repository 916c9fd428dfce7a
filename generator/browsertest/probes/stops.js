// The number of what the keyboard should reach, in order: kept for the probe of each stop. What scrolls is reached as well, by the
// browser's own choice, and not counted.
() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]')]
  const stops = all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
  Object.defineProperty(window, 'stops', { value: stops, configurable: true })
  document.activeElement.blur()
  scrollTo(0, 0)
  return stops.length
}
