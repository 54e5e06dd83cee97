import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type HostMachine, type RunningHost, runHost } from './host-process.ts'
import { temporaryFolder } from './temporary.ts'

/** The loopback host for one test; see {@link runHost}. */
export async function startHost(
  folder: string | undefined,
  home = temporaryFolder('home'),
  machine: HostMachine = {},
): Promise<RunningHost> {
  const host = await runHost(folder, home, machine)
  onTestFinished(() => host.stop())
  return host
}

/** One Chromium for all stories of a file. */
export function useChromium(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  return () => browser!
}

/** A window with Lectern in it, in a context of its own, closed when the test is over. */
export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  return page
}
