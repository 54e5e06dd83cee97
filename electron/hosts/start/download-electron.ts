import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DownloadOptions {
  /** Of the npm package, with its installer. */
  readonly electronFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the writer does not want to wait. */
  readonly skip: AbortSignal
  /** Called about twice a second. */
  readonly onProgress: (downloadedBytes: number) => void
  /** Without a first byte in this time there is no way to the server. */
  readonly firstByteMs?: number
  /** Without a further byte in this time the way was lost. */
  readonly silenceMs?: number
}

export type DownloadResult = 'downloaded' | 'skipped' | 'no-route' | 'stalled' | 'failed'

const lookEveryMs = 400

/**
 * Runs Electron's own installer, which downloads and unpacks the program, and watches what arrives: the installer
 * reports nothing for half a minute and waits for silent networks without end.
 */
export async function downloadElectron(options: DownloadOptions): Promise<DownloadResult> {
  const { electronFolder, skip, onProgress, firstByteMs = 2_800, silenceMs = 20_000 } = options
  if (skip.aborted) return 'skipped'
  const arriving = mkdtempSync(join(tmpdir(), 'lectern-electron-'))
  const child = spawn(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    // The installer downloads into the folder for temporary files.
    env: { ...options.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving, ELECTRON_GET_NO_PROGRESS: '1' },
  })
  const result = await new Promise<DownloadResult>(resolve => {
    const started = Date.now()
    let bytes = 0
    let lastChange = started
    const look = setInterval(() => {
      const now = sizeOf(arriving) + sizeOf(join(electronFolder, 'dist'))
      if (now !== bytes) lastChange = Date.now()
      bytes = now
      if (bytes > 0) onProgress(sizeOf(arriving))
      if (bytes === 0 && Date.now() - started > firstByteMs) end('no-route')
      else if (bytes > 0 && Date.now() - lastChange > silenceMs) end('stalled')
    }, lookEveryMs)
    const onSkip = () => end('skipped')
    skip.addEventListener('abort', onSkip, { once: true })
    child.once('error', () => end('failed'))
    child.once('exit', code => end(code === 0 ? 'downloaded' : 'failed'))
    function end(outcome: DownloadResult): void {
      clearInterval(look)
      skip.removeEventListener('abort', onSkip)
      child.kill('SIGKILL')
      resolve(outcome)
    }
  })
  rmSync(arriving, { recursive: true, force: true, maxRetries: 3 })
  return result
}

/** All files below a folder, in bytes; 0 where there is none. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    // Not made yet, or changing while it is counted: the next look tells.
    return 0
  }
}
