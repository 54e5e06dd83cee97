import { BrowserWindow, nativeTheme } from 'electron'

import { appUrl } from './app-page.ts'
import type { WindowBounds } from './window-bounds.ts'

export interface WindowOptions {
  /** The built preload. */
  readonly preload: string
  /** For systems that show one on the window. */
  readonly icon: string
  readonly bounds: WindowBounds
  readonly onShown: () => void
}

/** The app's window. Its page has no more rights than a page on the web, and one narrow way to the services. */
export function openAppWindow({ preload, icon, bounds, onShown }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds.read(),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Lectern',
    icon,
    // Until the page paints; see renderer/styles/tokens.css.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a17' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
    onShown()
  })
  // The text is in the journal: a page that crashed comes back with it.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') window.reload()
  })
  window.on('close', () => bounds.keep(window.getNormalBounds()))
  void window.loadURL(appUrl)
  return window
}
