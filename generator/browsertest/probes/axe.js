// What axe-core finds, by the success criteria of WCAG 2.2 A and AA and by its best practices; or, of these, by the rules that are
// named. What it cannot decide by itself is a finding too, with two exceptions that other readers and probes decide.
async (only) => {
  const report = await axe.run(document, {
    runOnly: only || ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    rules: only ? {} : { 'target-size': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  })
  const scrolls = (e) => {
    for (; e; e = e.parentElement) if (e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === 'auto') return true
    return false
  }
  const undecided = (rule, target) => {
    if (rule === 'color-contrast') return scrolls(document.querySelector(target)) // scrolled out of sight
    return rule === 'label-content-name-mismatch' // a sign that is no word, such as an arrow
  }
  const tell = (rule, node) => `axe: ${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}: ` +
    [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')
  return [
    ...report.violations.flatMap((rule) => rule.nodes.map((node) => tell(rule, node))),
    ...report.incomplete.flatMap((rule) => rule.nodes.filter((node) => !undecided(rule.id, node.target[0])).map((node) => tell(rule, node))),
  ]
}
