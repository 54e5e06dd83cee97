import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { onTestFinished, vi } from 'vitest'

import type { Reply } from '../../core/contract/index.ts'
import { type FakeElectron, type FakeWindow, createFakeElectron } from './fake-electron.ts'

const out = resolve(import.meta.dirname, '../../out')

export const builtPreload = join(out, 'preload.cjs')

/** The built main process, running over a fake Electron. */
export interface DesktopApp extends FakeElectron {
  readonly window: FakeWindow
  /** As the page's own frame calls it. */
  readonly call: (method: string, ...args: readonly unknown[]) => Promise<Reply>
}

/** Runs out/main.mjs over a fake Electron, as often as wanted. */
export async function runMain(fake: FakeElectron): Promise<void> {
  const main = join(out, 'main.mjs')
  if (!existsSync(main)) throw new Error('out/main.mjs is not built; run `npm run build` first')
  vi.doMock('electron', () => ({ ...fake.electron, default: fake.electron }))
  vi.resetModules()
  await import(/* @vite-ignore */ main)
}

/** Starts the app and waits for its window; it ends with the test. */
export async function startDesktop(home: string, words: readonly string[]): Promise<DesktopApp> {
  const fake = createFakeElectron()
  const { argv } = process
  vi.stubEnv('LECTERN_HOME', home)
  process.argv = ['electron', '.', ...words]
  onTestFinished(async () => {
    process.argv = argv
    vi.unstubAllEnvs()
    await quit(fake)
  })
  await runMain(fake)
  await vi.waitFor(
    () => {
      if (!fake.windows[0]?.shown) throw new Error('no window is shown yet')
    },
    { timeout: 5_000, interval: 10 },
  )
  const window = fake.windows[0]!
  const call = (method: string, ...args: readonly unknown[]) =>
    fake.handlers.get('lectern:call')!(
      { sender: window.webContents, senderFrame: window.webContents.mainFrame },
      method,
      args,
    ) as Promise<Reply>
  return { ...fake, window, call }
}

async function quit(fake: FakeElectron): Promise<void> {
  if (fake.state.exitCode !== undefined || fake.windows.length === 0) return
  const exited = new Promise(resolveExit => fake.app.once('exited', resolveExit))
  fake.app.quit()
  await exited
}
