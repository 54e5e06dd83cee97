import { type App, type Session, type WebContents } from 'electron'

import { isAppUrl } from './app-page.ts'

/** Nothing that is ever shown may lead a window elsewhere, open another one, or bring its own preload. */
export function guardContents(app: App, previewOrigin: string): void {
  app.on('web-contents-created', (_, contents) => guard(contents, previewOrigin))
}

function guard(contents: WebContents, previewOrigin: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-navigate', details => {
    // A reload is a navigation to where the window is.
    if (!(isAppUrl(details.url) && details.url === contents.getURL())) details.preventDefault()
  })
  contents.on('will-redirect', details => {
    if (details.isMainFrame) details.preventDefault()
  })
  contents.on('will-frame-navigate', details => {
    const isPreview = !details.isMainFrame && details.frame?.parent === contents.mainFrame
    if (isPreview && !details.url.startsWith(`${previewOrigin}/`)) details.preventDefault()
  })
}

/** What pages may ask of the machine: our own may put text on the clipboard, players may fill the screen. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(isAllowed(permission, isMainFrame && isAppUrl(requestingUrl)))
  })
  session.setPermissionCheckHandler((_, permission, origin, { isMainFrame }) =>
    isAllowed(permission, isMainFrame && isAppUrl(`${origin.replace(/\/$/, '')}/`)),
  )
  session.setDevicePermissionHandler(() => false)
  // Electron’s checker downloads its dictionaries from a server of Google’s.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.on('will-download', (event, item) => {
    // Our own page saves copies, which it makes itself; nothing else is fetched.
    if (!/^(?:blob|data):/.test(item.getURL())) event.preventDefault()
  })
}

function isAllowed(permission: string, isOurs: boolean): boolean {
  return permission === 'fullscreen' || (permission === 'clipboard-sanitized-write' && isOurs)
}
