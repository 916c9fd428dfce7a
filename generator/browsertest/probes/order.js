// Where what is seen stands otherwise than what is read: of two neighbours, the one that is read first begins above the other, or
// left of it at the same height (WCAG 1.3.2 Meaningful Sequence, 2.4.3 Focus Order).
() => {
  const found = []
  const name = (e) => `<${e.localName} class="${e.className}"> "${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}"`
  const stands = (e) => {
    const style = getComputedStyle(e)
    const box = e.getBoundingClientRect()
    return e.checkVisibility({ visibilityProperty: true }) && style.clipPath === 'none' && !['absolute', 'fixed'].includes(style.position) &&
      style.display !== 'inline' && box.width > 1 && box.height > 1
  }
  for (const parent of document.body.querySelectorAll(':not(table, table *)')) {
    const children = [...parent.children].filter(stands)
    children.slice(1).forEach((later, i) => {
      const first = children[i].getBoundingClientRect()
      const next = later.getBoundingClientRect()
      const above = next.bottom <= first.top + 1 && next.left < first.right - 1
      const left = next.right <= first.left + 1 && next.top <= first.top + 1 && next.bottom > first.top + 1
      if (above || left) found.push(`${name(later)} is read after ${name(children[i])}, and stands ${above ? 'above' : 'left of'} it`)
    })
  }
  return found
}
