// Runs in every page before anything of the page: keeps what the browser tells only while it happens, and knows colours.
(() => {
  const seen = { shifts: [], violations: [] }

  // The contrast of two colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), however they are written.
  let canvas
  const paint = (color) => {
    canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return canvas.getImageData(0, 0, 1, 1).data
  }
  const luminance = (color) => {
    const [r, g, b] = [...paint(color)].map((c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  seen.contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((m, n) => m - n)
    return (light + 0.05) / (dark + 0.05)
  }
  // The colour that an element stands on: the nearest that hides what is behind it.
  seen.ground = (e) => {
    for (; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor
      if (paint(color)[3] === 255) return color
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff'
  }

  Object.defineProperty(window, 'watched', { value: seen })
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const what = shift.sources.map((source) => source.node && source.node.nodeName).join(', ')
      seen.shifts.push(`the layout shifts by ${shift.value.toFixed(4)}: ${what}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`the Content-Security-Policy's ${event.effectiveDirective} forbids ${event.blockedURI}`)
  })
})()
