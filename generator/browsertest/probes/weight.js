// What a page weighs beyond what it may, in bytes as the browser decoded them: HTML, style sheet and script together; and what it
// keeps or asks for without need. An article without pictures may weigh less than other pages.
async (light, heavy, mostRequests) => {
  const found = []
  const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  const kinds = { navigation: 'page', link: 'style', css: 'style', script: 'script' }
  const size = (part) => {
    const kind = kinds[part.initiatorType]
    const code = kind === 'page' || kind === 'script' || /\.css$/.test(new URL(part.name).pathname)
    return code ? part.decodedBodySize : 0
  }
  const sum = parts.reduce((n, part) => n + size(part), 0)
  const article = document.querySelector('article') && !document.querySelector('main img')
  const most = article ? light : heavy
  if (sum > most || sum === 0) found.push(`it weighs ${sum} bytes, of ${most}`)
  if (parts.length > mostRequests) found.push(`it makes ${parts.length} requests: ${parts.map((part) => part.name).join(' ')}`)
  if (document.styleSheets.length !== 1) found.push(`it has ${document.styleSheets.length} style sheets`)
  const scripts = [...document.scripts].filter((e) => e.type !== 'application/ld+json')
  if (scripts.length > 1) found.push(`it has ${scripts.length} scripts`)

  const kept = { cookies: document.cookie, localStorage: localStorage.length, sessionStorage: sessionStorage.length }
  kept.databases = (await indexedDB.databases()).length
  kept.caches = (await caches.keys()).length
  kept.workers = (await navigator.serviceWorker.getRegistrations()).length
  for (const [where, what] of Object.entries(kept)) if (what) found.push(`it keeps something in ${where}: ${what}`)
  return [...found, ...watched.shifts, ...watched.violations]
}
