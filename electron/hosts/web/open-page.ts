import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { findChromium, openAppWindow, openWithSystem } from '../browser.ts'

/** How the page was shown. `closed` comes when the writer closes the window; a browser tab does not tell. */
export type ShownPage =
  | { readonly way: 'window'; readonly closed: Promise<void> }
  | { readonly way: 'browser' }
  | { readonly way: 'nowhere' }

/** A browser that cannot show anything (no display, root, a broken installation) leaves within this time. */
const settleMs = 3_000

/** Shows an address: as an app window where a Chromium is found, else in the default browser, else nowhere. */
export async function openPage(url: string, profileFolder: string): Promise<ShownPage> {
  const chromium = findChromium()
  const window = chromium === undefined ? undefined : await tryAppWindow(chromium, url, profileFolder)
  if (window) return window
  return openWithSystem(url) ? { way: 'browser' } : { way: 'nowhere' }
}

async function tryAppWindow(
  program: string,
  url: string,
  profileFolder: string,
): Promise<ShownPage | undefined> {
  const child = openAppWindow(program, url, profileFolder)
  const ended = once(child, 'exit').then(
    ([code]) => Number(code ?? 1),
    () => 1, // it could not even be started
  )
  const early = await Promise.race([ended, sleep(settleMs, 'still there' as const, { ref: false })])
  // It handed the address to a window that is open already, and left.
  if (early === 0) return { way: 'browser' }
  return early === 'still there' ? { way: 'window', closed: ended.then(() => {}) } : undefined
}
