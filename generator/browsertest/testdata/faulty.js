document.cookie = 'a=1'
localStorage.a = 1
sessionStorage.a = 1
console.error('complaint')
requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'from a script' }))))
