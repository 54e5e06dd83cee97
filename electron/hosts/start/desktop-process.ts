import { type ChildProcess, spawn } from 'node:child_process'

import { windowShownLine } from '../desktop/window-shown.ts'

export interface DesktopOptions {
  /** The Electron program. */
  readonly program: string
  /** What it runs: the folder with package.json. */
  readonly appFolder: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly patienceMs?: number
}

export type DesktopStart =
  | { readonly shown: true; readonly child: ChildProcess; readonly ended: Promise<number> }
  | { readonly shown: false; readonly reason: string }

/** Starts the desktop app and waits until it says that its window is on the screen. Whatever keeps it from that ends it. */
export async function startDesktop(options: DesktopOptions): Promise<DesktopStart> {
  const { patienceMs = 10_000 } = options
  const child = spawn(options.program, [options.appFolder, ...options.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...options.env },
  })
  let words = ''
  const ended = new Promise<number>(resolve => child.once('close', code => resolve(code ?? 1)))
  const outcome = await new Promise<'shown' | 'ended' | 'late' | Error>(resolve => {
    const patience = setTimeout(() => resolve('late'), patienceMs)
    const hear = (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-64 * 1024)
      if (words.includes(windowShownLine)) resolve('shown')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', resolve)
    void ended.then(() => resolve('ended'))
    void ended.finally(() => clearTimeout(patience))
  })
  if (outcome === 'shown') {
    child.stderr.pipe(process.stderr)
    return { shown: true, child, ended }
  }
  endForGood(child)
  if (outcome === 'late')
    return { shown: false, reason: `The desktop app showed no window within ${patienceMs / 1_000} seconds.` }
  return {
    shown: false,
    reason: reasonFor(outcome instanceof Error ? outcome.message : words, child.exitCode),
  }
}

/** What Electron and the system say on their way out, as a sentence. */
const reasons: readonly (readonly [says: RegExp, sentence: (match: RegExpExecArray) => string])[] = [
  [
    /error while loading shared libraries: ([^\s:]+)/,
    match => `The desktop app needs ${match[1]}, which is not installed on this system.`,
  ],
  [/Running as root without --no-sandbox/, () => 'The desktop app does not run as the user root.'],
  [
    /Missing X server|\$DISPLAY|cannot open display|[Ff]ailed to connect to (?:the )?(?:Wayland|bus|X)|ozone_platform/,
    () => 'There is no display here for the desktop app.',
  ],
  [
    /SUID sandbox|No usable sandbox|user namespace|Failed to move to new namespace/,
    () => 'This system does not let the desktop app have its sandbox.',
  ],
  [/EACCES|Permission denied/, () => 'This system does not let the desktop app be run.'],
  [
    /Exec format error|ENOEXEC|cannot execute binary/,
    () => 'The desktop app was made for another kind of machine.',
  ],
]

function reasonFor(words: string, exitCode: number | null): string {
  for (const [says, sentence] of reasons) {
    const match = says.exec(words)
    if (match) return sentence(match)
  }
  // A shell's word for a program it cannot find or run.
  if (exitCode === 126 || exitCode === 127) return 'The desktop app cannot be run on this system.'
  return `The desktop app ended before it showed a window${exitCode === null ? '' : ` (code ${exitCode})`}.`
}

const graceMs = 1_000

function endForGood(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), graceMs)
  child.once('exit', () => clearTimeout(last))
}
