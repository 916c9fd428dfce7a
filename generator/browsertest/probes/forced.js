// Where text cannot be read in forced colours: axe-core does not see them.
() => {
  const found = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement
    if (!walk.currentNode.data.trim() || !e.checkVisibility({ visibilityProperty: true })) continue
    const contrast = watched.contrast(getComputedStyle(e).color, watched.ground(e))
    if (contrast < 4.5) found.push(`"${walk.currentNode.data.trim().slice(0, 40)}" has a contrast of ${contrast.toFixed(2)}:1`)
  }
  return found
}
