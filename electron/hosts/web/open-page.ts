import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { findChromium, openAppWindow, openWithSystem } from '../browser.ts'

export interface OpenPageOptions {
  readonly url: string
  /** Whether a window or tab shows the page now. */
  readonly isShown: () => boolean
  /** Where the browser keeps the profile of the app window. */
  readonly profileFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** A browser that cannot show anything (no display, root, a broken installation) leaves within this time. */
  readonly settleMs?: number
  /** An open browser that was handed the address shows it within this time. */
  readonly handOverMs?: number
}

/** How the page was shown. `closed` comes when the writer closes the window; a browser tab does not tell. */
export type ShownPage =
  | { readonly way: 'window'; readonly closed: Promise<void> }
  | { readonly way: 'browser' }
  | { readonly way: 'nowhere' }

/** Shows an address: as an app window where a Chromium is found, else in the default browser, else nowhere. */
export async function openPage(options: OpenPageOptions): Promise<ShownPage> {
  const chromium = findChromium(options.env)
  const window = chromium === undefined ? undefined : await tryAppWindow(chromium, options)
  if (window) return window
  return openWithSystem(options.url, options.env) ? { way: 'browser' } : { way: 'nowhere' }
}

async function tryAppWindow(program: string, options: OpenPageOptions): Promise<ShownPage | undefined> {
  const { url, profileFolder, settleMs = 3_000 } = options
  const child = openAppWindow(program, url, profileFolder)
  const ended = once(child, 'exit').then(
    ([code]) => Number(code ?? 1),
    () => 1, // it could not even be started
  )
  const early = await Promise.race([ended, sleep(settleMs, 'still there' as const, { ref: false })])
  if (early === 'still there') return { way: 'window', closed: ended.then(() => {}) }
  if (early !== 0) return undefined
  // It left in peace: either it handed the address to a browser that is open already, or its window was closed again.
  return (await comesToShow(options)) ? { way: 'browser' } : { way: 'window', closed: Promise.resolve() }
}

const lookEveryMs = 250

async function comesToShow({ isShown, handOverMs = 4_000 }: OpenPageOptions): Promise<boolean> {
  for (let waited = 0; waited < handOverMs; waited += lookEveryMs) {
    // First the pause: a connection that just went away may still be counted.
    await sleep(lookEveryMs)
    if (isShown()) return true
  }
  return false
}
