import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { required } from './needs.ts'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Nothing Chromium does by itself may look for the network. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A real Chromium: `LECTERN_CHROMIUM`, else an installed Chrome, Chromium or Edge, else the one inside
 * `@sparticuz/chromium` (linux-x64).
 *
 * @throws Error where there is none; stories cannot be told without one
 */
export async function launchChromium(): Promise<Browser> {
  const given = process.env['LECTERN_CHROMIUM'] ?? installed.find(path => existsSync(path))
  if (given === undefined && required('chromium'))
    throw new Error('LECTERN_REQUIRE asks for chromium, and none is installed')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (given !== undefined) return chromium.launch({ executablePath: given, args: [...quiet, ...asRoot] })
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...quiet, '--no-sandbox', '--disable-gpu', '--headless=shell'],
  })
}
