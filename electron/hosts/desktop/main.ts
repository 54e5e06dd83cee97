import { join } from 'node:path'
import { type BrowserWindow, app, protocol, screen, session } from 'electron'

import { findPlaces } from '../../places.ts'
import { startBackend } from '../backend.ts'
import { appScheme, createAppPage } from './app-page.ts'
import { answerCalls } from './calls.ts'
import { channels } from './channels.ts'
import { guardContents, guardSession } from './guards.ts'
import { createDesktopShell } from './shell.ts'
import { createWindowBounds } from './window-bounds.ts'
import { windowShownLine } from './window-shown.ts'
import { openAppWindow } from './window.ts'

// Before the app is ready, or it is too late.
protocol.registerSchemesAsPrivileged([
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
  },
])

const places = findPlaces(process.env)
// Chromium's own files, apart from the writer's settings; also what makes a second start known as one.
app.setPath('userData', join(places.dataDir, 'electron'))
app.setName('Lectern')
app.enableSandbox()

let window: BrowserWindow | undefined

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run).catch(fail)
} else {
  // The Lectern that runs already comes to the front, which is what was asked for.
  console.log(windowShownLine)
  app.quit()
}

async function run(): Promise<void> {
  const folder = folderAsked()
  const backend = await startBackend({
    env: process.env,
    ...(folder !== undefined && { folder }),
    appSource: () => `${appScheme}:`,
    createShell: announce => createDesktopShell(() => window, announce),
  })
  // Until the page sends its own; Electron's first menu can do more than a writer's should.
  void backend.api.showMenus([])
  const calls = answerCalls(backend.api, backend.report)
  guardContents(app, backend.preview.origin)
  guardSession(session.defaultSession)
  protocol.handle(appScheme, createAppPage(places.pageFolder, backend.preview.origin))
  backend.events(event => window?.webContents.send(channels.event, event))
  showWindow()
  app.on('activate', showWindow)
  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', event => {
    event.preventDefault()
    void calls
      .settled()
      .then(() => backend.close())
      .finally(() => app.exit(0))
  })
}

function showWindow(): void {
  if (window) {
    if (window.isMinimized()) window.restore()
    window.focus()
    return
  }
  const workAreas = () => screen.getAllDisplays().map(display => display.workArea)
  window = openAppWindow({
    preload: join(places.programFolder, 'out', 'preload.cjs'),
    icon: join(places.assetsFolder, 'icons', '256x256.png'),
    bounds: createWindowBounds(places.dataDir, workAreas),
    onShown: () => console.log(windowShownLine),
  })
  window.on('closed', () => {
    window = undefined
  })
}

/** `lectern FOLDER`: the first word after the program, and in development after the app's own folder. */
function folderAsked(): string | undefined {
  return process.argv.slice(app.isPackaged ? 1 : 2).find(word => !word.startsWith('-'))
}

function fail(error: unknown): void {
  console.error(error)
  app.exit(1)
}
