// What is wrong with how a page is put together, for those who hear it.
() => {
  const found = []
  const all = (selector) => [...document.querySelectorAll(selector)]
  const shown = (e) => e.checkVisibility({ visibilityProperty: true })
  const text = (e) => e.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)

  const headings = all('h1, h2, h3, h4, h5, h6, [role="heading"]').filter(shown)
  const level = (e) => Number(e.getAttribute('aria-level') || e.localName[1])
  if (headings.filter((e) => level(e) === 1).length !== 1) found.push('the headings of level 1 are not one')
  if (headings.length && level(headings[0]) !== 1) found.push(`the first heading is of level ${level(headings[0])}: ${text(headings[0])}`)
  headings.slice(1).forEach((e, i) => {
    if (level(e) > level(headings[i]) + 1) found.push(`a heading of level ${level(e)} follows one of level ${level(headings[i])}: ${text(e)}`)
  })

  for (const [landmark, selector] of [['main', 'main'], ['banner', 'body > header'], ['contentinfo', 'body > footer']]) {
    if (all(selector).length !== 1) found.push(`${all(selector).length} landmarks of the kind ${landmark}`)
  }
  const skip = document.querySelector('body a[href]')
  const target = skip && skip.hash && document.getElementById(decodeURIComponent(skip.hash.slice(1)))
  if (!target || target.localName !== 'main') found.push('the first link does not skip to what the page is about')

  // Languages: the page's own, and that of pages in another one, which are called by their own names. (A file is called what the
  // page calls it.)
  const lang = document.documentElement.lang
  if (!/^(sv|en)$/.test(lang)) found.push(`the page's language is "${lang}"`)
  for (const e of all('a[hreflang]')) {
    if (e.hreflang === lang || !e.pathname.endsWith('/')) continue
    const marked = e.querySelector('[lang]') || e.closest('[lang]')
    if (marked.lang !== e.hreflang) found.push(`the link "${text(e)}" leads to a page in ${e.hreflang}, and its words are marked as ${marked.lang}`)
  }

  // Nothing moves unasked, and nothing plays.
  for (const motion of document.getAnimations()) found.push(`it moves: ${motion.animationName || motion.transitionProperty}`)
  for (const e of all('marquee, blink, [autoplay]')) found.push(`it moves: ${e.localName}`)
  return found
}
