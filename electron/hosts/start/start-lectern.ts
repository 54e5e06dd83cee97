import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import { findPlaces } from '../../places.ts'
import type { CommandContext, ExitCode } from '../cli/command.ts'
import { command as web } from '../cli/commands/web.ts'
import { startDesktop } from './desktop-process.ts'
import { type DownloadResult, downloadElectron } from './download-electron.ts'
import { findElectron } from './electron-binary.ts'

export interface StartOptions extends CommandContext {
  /** Of the npm package; the project's own unless a test says otherwise. */
  readonly electronFolder?: string
  /** How long a window may take. */
  readonly patienceMs?: number
  /** Resolves when the writer presses Enter; undefined where nobody is at the keyboard. */
  readonly enter?: (signal: AbortSignal) => Promise<void>
}

/** `npm start`: the desktop app where it can be had, else the same app in a browser, and one sentence that says why. */
export async function startLectern(options: StartOptions): Promise<ExitCode> {
  const { programFolder } = findPlaces(options.env)
  const electronFolder = options.electronFolder ?? join(programFolder, 'node_modules', 'electron')
  const electron = await obtainElectron(electronFolder, options)
  if ('reason' in electron) return openInBrowser(electron.reason, options)
  const desktop = await startDesktop({
    program: electron.program,
    appFolder: programFolder,
    args: options.args.filter(arg => !arg.startsWith('-')),
    env: options.env,
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  })
  if (!desktop.shown) return openInBrowser(desktop.reason, options)
  endTogether(desktop.child)
  return (await desktop.ended) === 0 ? 0 : 1
}

function openInBrowser(reason: string, options: StartOptions): Promise<ExitCode> {
  options.err(`${reason} Lectern opens in a browser instead.\n`)
  return web.run(options)
}

function endTogether(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => child.kill(signal))
}

type Electron = { readonly program: string } | { readonly reason: string }

async function obtainElectron(electronFolder: string, options: StartOptions): Promise<Electron> {
  const there = findElectron(electronFolder, options.env)
  if (there !== undefined) return { program: there }
  if (options.env['ELECTRON_SKIP_BINARY_DOWNLOAD'])
    return { reason: 'The desktop app’s Electron is not on this machine.' }
  const result = await downloadOnce(electronFolder, options)
  const program = result === 'downloaded' ? findElectron(electronFolder, options.env) : undefined
  return program === undefined ? { reason: downloadReasons[result] } : { program }
}

const downloadReasons: Readonly<Record<DownloadResult, string>> = {
  downloaded: 'Electron was downloaded, but it is not whole.',
  skipped: 'The download of Electron was skipped.',
  'no-route': 'Electron cannot be downloaded, as its server does not answer.',
  stalled: 'The download of Electron came to a halt.',
  failed: 'Electron could not be downloaded.',
}

async function downloadOnce(
  electronFolder: string,
  { env, err, enter }: StartOptions,
): Promise<DownloadResult> {
  const hint = enter ? ' Press Enter to go on without it, in a browser.' : ''
  err(`Lectern’s window needs Electron, which is downloaded once (about 120 MB).${hint}\n`)
  const skip = new AbortController()
  const over = new AbortController()
  void enter?.(over.signal).then(
    () => skip.abort(),
    () => undefined, // The download was over first.
  )
  let progressShown = false
  try {
    return await downloadElectron({
      electronFolder,
      env,
      skip: skip.signal,
      onProgress: bytes => {
        progressShown = true
        err(`\r${Math.round(bytes / 1_000_000)} MB `)
      },
    })
  } finally {
    over.abort()
    if (progressShown) err('\n')
  }
}
