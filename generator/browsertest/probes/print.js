// What stands on paper and should not, or does not and should. Asked while the page is shown as it is printed. Ways to other pages
// are printed only where they are what the page is about, as on the front page.
() => {
  const found = []
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).clipPath === 'none'
  const tell = (e, what) => found.push(`<${e.localName} class="${e.className}"> "${e.textContent.trim().slice(0, 40)}" ${what}`)
  for (const e of document.querySelectorAll('nav, button, input, .skip')) {
    if (shown(e) && !(e.matches('main nav') && !e.closest('article'))) tell(e, 'is printed')
  }
  for (const e of document.querySelectorAll('h1, main .text p, article .contact')) if (!shown(e)) tell(e, 'is not printed')
  return found
}
