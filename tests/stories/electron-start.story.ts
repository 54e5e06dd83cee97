import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'

import { findChromium } from '../../electron/hosts/browser.ts'
import { temporaryFolder } from '../support/temporary.ts'

const start = resolve(import.meta.dirname, '../../out/start.mjs')

/** A browser to be started by Lectern itself; the words it adds are those of a machine without a screen. */
async function browserProgram(folder: string): Promise<string> {
  const asRoot = process.getuid?.() === 0 ? '--no-sandbox' : ''
  const path = join(folder, 'browser')
  const installed = findChromium()
  const program = installed ?? (await bundledChromium())
  const quiet = '--disable-background-networking --disable-component-update --disable-sync --disable-quic'
  const words = `${asRoot} ${quiet} --headless --disable-gpu --remote-debugging-port=0`
  // The bundled one is a shell without windows: it takes a page where others take an app.
  const page = installed === undefined ? '"${1#--app=}"' : ''
  writeFileSync(path, `#!/bin/sh\nexec "${program}" ${words} "$@" ${page}\n`)
  chmodSync(path, 0o755)
  return path
}

async function bundledChromium(): Promise<string> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

/** The browser window that Lectern opened. */
async function attach(home: string): Promise<Browser> {
  const file = join(home, 'data', 'browser', 'DevToolsActivePort')
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: 20_000, interval: 50 })
  const port = readFileSync(file, 'utf8').split('\n', 1)[0]!
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
}

// The stand-ins for programs are shell scripts.
test.skipIf(process.platform === 'win32')(
  'The first start, without Electron, says why and opens the walk through Lectern in a window of its own',
  async () => {
    const home = temporaryFolder('home')
    const child = spawn(process.execPath, [start], {
      env: {
        ...process.env,
        LECTERN_HOME: home,
        LECTERN_CHROMIUM: await browserProgram(home),
        ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
        ELECTRON_OVERRIDE_DIST_PATH: join(home, 'nothing'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that no browser outlives a story that failed.
      detached: true,
    })
    onTestFinished(() => endGroup(child.pid!))
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    const ended = new Promise<number | null>(done => child.once('exit', done))

    const browser = await attach(home)
    const page = await vi.waitUntil(() => browser.contexts()[0]?.pages()[0], { timeout: 10_000 })

    await page.getByRole('listbox').getByText('A walk through Lectern').waitFor()
    await page.getByRole('textbox', { name: 'Post' }).getByText('A walk through Lectern').first().waitFor()
    await page.frameLocator('iframe').getByText('Look around').waitFor()
    // The key to the app stays neither in the address nor in what the browser was started with.
    expect(new URL(page.url()).hash).toBe('')
    expect(said.err).toBe(
      'The desktop app’s Electron is not on this machine. Lectern opens in a browser instead.\n',
    )
    expect(said.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+\n$/)

    // Closing the window ends Lectern.
    await (await browser.newBrowserCDPSession()).send('Browser.close')
    expect(await ended).toBe(0)
  },
)

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All have ended.
  }
}
