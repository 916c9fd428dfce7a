// What does not fit: nothing scrolls sideways but tables and the like in boxes of their own, nothing reaches out of the page, and no
// text is cut off (WCAG 1.4.4 Resize Text, 1.4.10 Reflow).
() => {
  const found = []
  const root = document.scrollingElement
  const name = (e) => `<${e.localName} class="${e.className}"> ${e.textContent.trim().slice(0, 40)}`
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide, the window ${innerWidth} px`)
  const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
  const unseen = (e) => { const s = getComputedStyle(e); return s.clipPath !== 'none' || s.clip !== 'auto' }
  const within = (e, test) => { for (; e && e !== document.body; e = e.parentElement) if (test(e)) return true; return false }
  for (const e of document.body.querySelectorAll('*')) {
    if (!e.checkVisibility({ visibilityProperty: true }) || within(e, unseen)) continue
    const box = e.getBoundingClientRect()
    if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !within(e.parentElement, scrolls)) {
      found.push(`${name(e)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`)
    }
    const style = getComputedStyle(e)
    const cut = (overflow, is, has) => ['hidden', 'clip'].includes(overflow) && is > has + 1
    if (cut(style.overflowX, e.scrollWidth, e.clientWidth) || cut(style.overflowY, e.scrollHeight, e.clientHeight)) found.push(`${name(e)} is cut off`)
    if (scrolls(e) && e.scrollWidth > e.clientWidth && !e.matches('pre') && !e.querySelector('table')) found.push(`${name(e)} scrolls, and holds no table`)
  }
  return found
}
