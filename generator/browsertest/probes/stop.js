// Where the keyboard is: which of the stops (-1 for none, which is the end of the page; -2 for what only scrolls), and what is wrong with how
// that is shown (WCAG 2.4.7 Focus Visible, 2.4.11 Focus Not Obscured, 1.4.11 Non-text Contrast).
() => {
  const e = document.activeElement
  const at = stops.indexOf(e)
  const tells = (...found) => ({ at, name: `<${e.localName} class="${e.className}"> "${e.textContent.trim().slice(0, 40)}"`, found })
  if (at < 0) {
    const scrolls = e !== document.body && e !== document.documentElement && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight)
    return { ...tells(), at: scrolls ? -2 : -1 }
  }
  const found = []
  const style = getComputedStyle(e)
  const width = parseFloat(style.outlineWidth)
  if (style.outlineStyle === 'none' || width < 2) found.push(`its outline is ${style.outlineStyle} ${style.outlineWidth}`)
  const contrast = watched.contrast(style.outlineColor, watched.ground(parseFloat(style.outlineOffset) < 0 ? e : e.parentElement))
  if (contrast < 3) found.push(`its outline has a contrast of ${contrast.toFixed(2)}:1`)

  const box = e.getClientRects()[0]
  if (!box || box.width < 2 || box.height < 2) return tells(...found, 'it has no size')
  const x = box.left + box.width / 2
  const y = box.top + box.height / 2
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return tells(...found, 'it is out of sight')
  const hit = document.elementFromPoint(x, y)
  if (hit !== e && !e.contains(hit)) found.push(`it is covered by <${hit && hit.localName} class="${hit && hit.className}">`)
  for (let over = e.parentElement; over && over !== document.body; over = over.parentElement) {
    const clips = getComputedStyle(over)
    if (clips.overflowX === 'visible' && clips.overflowY === 'visible' && clips.clipPath === 'none') continue
    const edge = over.getBoundingClientRect()
    const reach = parseFloat(style.outlineOffset) + width
    if (box.left - reach < edge.left - 0.5 || box.top - reach < edge.top - 0.5 || box.right + reach > edge.right + 0.5 || box.bottom + reach > edge.bottom + 0.5) {
      found.push(`its outline is cut off by <${over.localName} class="${over.className}">`)
    }
  }
  return tells(...found)
}
