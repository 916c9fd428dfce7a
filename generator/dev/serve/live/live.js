// The open page's ear: it listens to the server, loads the page again when the site has changed, exchanges style sheets, and
// draws what is wrong, and a bar that tells where the page comes from. All text comes from the server and is set as text.
(function () {
  'use strict'
  var script = document.currentScript
  var seen = script.dataset.seen
  var remember = 'growthportal.scroll'
  var standIn = document.querySelector('main.standin')
  var reported = null

  // Where the page was scrolled to before it loaded itself again.
  function keepPlace() {
    try {
      sessionStorage.setItem(remember, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }))
    } catch (e) { /* a browser that stores nothing scrolls to the top */ }
  }
  function takePlace() {
    var place = null
    try {
      place = JSON.parse(sessionStorage.getItem(remember))
      sessionStorage.removeItem(remember)
    } catch (e) { /* likewise */ }
    if (!place || place.path !== location.pathname) return
    var go = function () { scrollTo({ left: place.x, top: place.y, behavior: 'instant' }) }
    go()
    if (document.readyState !== 'complete') addEventListener('load', go, { once: true })
  }
  function reload() {
    keepPlace()
    stop()
    location.reload()
  }

  // A style sheet keeps its name but for the part that is made from its content.
  function stem(href) { return new URL(href, location.href).pathname.replace(/\.[0-9a-f]{16}(\.css)$/, '$1') }
  function exchange(styles) {
    document.querySelectorAll('link[rel~="stylesheet"]').forEach(function (link) {
      styles.forEach(function (href) {
        if (stem(href) !== stem(link.href) || new URL(href, location.href).href === link.href) return
        var next = link.cloneNode()
        next.href = href
        next.onload = function () { link.remove() }
        next.onerror = reload
        link.after(next)
      })
    })
  }

  // What is drawn stands in a tree of its own, so that neither the site's styles nor ours reach across.
  var root = null
  function stage() {
    if (root) return root
    var host = document.createElement('growthportal-live')
    root = host.attachShadow({ mode: 'open' })
    add(root, 'link', { rel: 'stylesheet', href: '/.growthportal/live.css' }).onload = makeRoom
    document.documentElement.append(host)
    return root
  }
  function makeRoom() { // for the bar, so that it hides nothing of the page
    var bar = root.querySelector('.bar')
    if (bar) document.body.style.paddingBottom = bar.offsetHeight + 'px'
  }
  function add(to, name, attributes, text) {
    var element = document.createElement(name)
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]) })
    if (text) element.textContent = text
    to.append(element)
    return element
  }

  function drawBar(bar) {
    var foot = add(stage(), 'aside', { class: 'bar', lang: bar.lang, 'aria-label': bar.label })
    if (bar.mark) add(foot, 'strong', {}, bar.mark)
    bar.facts.forEach(function (fact) {
      var item = add(foot, 'span', {}, fact.name + ' ')
      if (fact.value === bar.source && bar.open) add(item, 'a', { href: bar.open, title: bar.openTip }, fact.value)
      else add(item, 'b', {}, fact.value)
    })
    add(foot, 'span', { class: 'took' }, bar.took)
  }

  function drawErrors(report) {
    clearErrors()
    var box = add(stage(), 'section', { class: 'errors', lang: report.lang, role: 'alert' })
    var head = add(box, 'div', { class: 'head' })
    add(head, 'h2', {}, report.title)
    var hide = add(head, 'button', { type: 'button' }, report.hide)
    hide.onclick = clearErrors
    if (report.note) add(box, 'p', {}, report.note)
    var list = add(box, 'ul', { class: 'problems' })
    report.problems.forEach(function (problem) { drawProblem(add(list, 'li'), problem, report) })
    if (report.more) add(box, 'p', {}, report.more)
  }
  function drawProblem(item, problem, report) {
    if (problem.place) {
      var place = add(item, 'p', { class: 'place' })
      if (problem.open) add(place, 'a', { href: problem.open, title: report.open }, problem.place)
      else place.textContent = problem.place
    }
    add(item, 'p', { class: 'message' }, problem.message)
    if (problem.line) {
      var excerpt = add(item, 'pre', { tabindex: 0 }) // it may have to be scrolled
      add(excerpt, 'span', { class: 'line' }, problem.line)
      excerpt.append(' ' + (problem.before || ''))
      add(excerpt, 'mark', {}, problem.marked)
      excerpt.append(problem.after || '')
    }
    if (problem.hint) add(item, 'p', { class: 'hint' }, problem.hint)
  }
  function clearErrors() {
    var old = root && root.querySelector('.errors')
    if (old) old.remove()
  }

  // The stream. A page that the server sends to rest, or that is left, listens again when somebody looks at it.
  var source = null
  function stop() {
    if (source) source.close()
    source = null
  }
  function listen() {
    if (source) return
    source = new EventSource('/.growthportal/events?seen=' + encodeURIComponent(seen))
    var on = function (name, act) {
      source.addEventListener(name, function (event) { act(JSON.parse(event.data)) })
    }
    on('reload', reload)
    on('css', function (news) { seen = news.seen; exchange(news.styles) })
    on('errors', function (report) {
      var text = JSON.stringify(report.problems)
      if (!standIn) drawErrors(report)
      else if (reported !== null && reported !== text) reload()
      reported = text
    })
    on('ok', function (news) {
      clearErrors()
      if (standIn && reported !== null) reload()
      seen = news.seen
    })
    on('rest', stop)
    source.onerror = function () {
      if (!source || source.readyState !== EventSource.CLOSED) return // it tries again by itself
      stop()
      setTimeout(listen, 2000)
    }
  }
  addEventListener('pagehide', stop)
  addEventListener('pageshow', listen)
  addEventListener('focus', listen)
  document.addEventListener('visibilitychange', function () { if (!document.hidden) listen() })
  addEventListener('keydown', function (event) { if (event.key === 'Escape') clearErrors() })

  takePlace()
  if (script.dataset.bar) drawBar(JSON.parse(script.dataset.bar))
  listen()
})()
