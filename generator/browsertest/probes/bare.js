// What is lost or out of order when style sheets are not there. It leaves the page without them.
() => {
  const found = []
  const words = (e) => e.innerText.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const styled = words(document.querySelector('main'))
  for (const sheet of document.styleSheets) sheet.disabled = true
  const bare = words(document.querySelector('main'))
  let at = 0
  for (const word of styled) {
    const next = bare.indexOf(word, at)
    if (next < 0) { found.push(`"${word}" is not read in its order without the style sheet`); break }
    at = next + 1
  }
  let last = 0
  for (const selector of ['a[href^="#"]', 'header', 'main', 'footer']) {
    const e = document.querySelector('body > ' + selector)
    const top = e && e.getBoundingClientRect().top + scrollY
    if (!e || top < last) found.push(`${selector} is not where it should be without the style sheet`)
    last = top
  }
  return found
}
