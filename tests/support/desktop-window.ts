import { readFileSync } from 'node:fs'
import type { Browser, Page, Route } from 'playwright-core'
import { onTestFinished } from 'vitest'

import { type DesktopApp, builtPreload } from './desktop-app.ts'
import { rawRequest } from './raw-request.ts'

/** Stands for lectern://app, a scheme that only Electron can give to Chromium. A trustworthy origin, as that is. */
const standIn = 'http://app.localhost'

/**
 * The real page in Chromium over the real built main process and preload: what Electron does between them (the custom
 * protocol, IPC, the preload's world) is bridged.
 */
export async function openDesktopWindow(browser: Browser, app: DesktopApp): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.route(`${standIn}/**`, route => answerFromMain(route, app))
  await page.route('http://preview.localhost:*/**', answerFromPreview)
  await page.exposeFunction('lecternStandInInvoke', (channel: string, args: readonly unknown[]) =>
    app.handlers.get(channel)!(
      { sender: app.window.webContents, senderFrame: app.window.webContents.mainFrame },
      ...args,
    ),
  )
  await page.addInitScript(preloadWorld, readFileSync(builtPreload, 'utf8'))
  app.window.webContents.onSend = (channel, value) => {
    const passed = page.evaluate(
      ([name, event]) => {
        const { lecternStandInSend } = globalThis as unknown as StandIn
        lecternStandInSend(name, event)
      },
      [channel, value] as const,
    )
    // The page may be gone already.
    passed.catch(() => {})
  }
  await page.goto(`${standIn}/index.html`)
  return page
}

async function answerFromMain(route: Route, app: DesktopApp): Promise<void> {
  const url = route.request().url().replace(standIn, 'lectern://app')
  const answer = await app.protocols.get('lectern')!(new Request(url))
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

/** The real preview server, told to let itself be framed by the stand-in. */
async function answerFromPreview(route: Route): Promise<void> {
  const { port, host, pathname, search } = new URL(route.request().url())
  const { referer } = route.request().headers()
  const answer = await rawRequest({
    port: Number(port),
    path: pathname + search,
    headers: { host, ...(referer !== undefined && { referer }) },
  })
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  const policy = headers['content-security-policy']
  await route.fulfill({
    status: answer.status,
    headers: {
      ...headers,
      ...(policy && { 'content-security-policy': policy.replace('lectern:', standIn) }),
    },
    body: answer.bytes,
  })
}

interface StandIn {
  readonly lecternStandInInvoke: (channel: string, args: readonly unknown[]) => Promise<unknown>
  lecternStandInSend: (channel: string, value: unknown) => void
}

/** Runs in the page before its own scripts, in its main frame only, as a preload does. */
function preloadWorld(preload: string): void {
  if (globalThis.top !== globalThis.self) return
  const standIn = globalThis as unknown as StandIn
  const listeners = new Map<string, Set<(event: unknown, value: unknown) => void>>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => void Object.assign(globalThis, { [name]: api }),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: readonly unknown[]) => standIn.lecternStandInInvoke(channel, args),
      on: (channel: string, listen: (event: unknown, value: unknown) => void) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listen)),
      removeListener: (channel: string, listen: (event: unknown, value: unknown) => void) =>
        listeners.get(channel)?.delete(listen),
    },
  }
  standIn.lecternStandInSend = (channel, value) => {
    for (const listen of listeners.get(channel) ?? []) listen({}, value)
  }
  // oxlint-disable-next-line no-new-func -- the preload is a script of its own, as in Electron
  new Function('require', 'exports', 'module', preload)(() => electron, {}, {})
}
