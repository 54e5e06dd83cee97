import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')
const cli = join(project, 'out/cli.mjs')

/** The loopback host as the writer runs it: a process of its own. */
export interface RunningHost {
  /** With the token, as printed. */
  readonly url: string
  /** Where settings and journal live. */
  readonly home: string
  readonly process: ChildProcess
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

/** The machine the host finds itself on. */
export interface HostMachine {
  /** Over the environment of the test. */
  readonly env?: Readonly<Record<string, string>>
  /** A program and its arguments that start the host in their turn. */
  readonly startedBy?: readonly string[]
}

/**
 * Starts `lectern web FOLDER` (without a folder: the starter) and waits for its address.
 *
 * @param home kept across a second start to see what survives
 */
export async function runHost(
  folder: string | undefined,
  home: string,
  { env = {}, startedBy = [] }: HostMachine = {},
): Promise<RunningHost> {
  if (!existsSync(cli)) throw new Error('out/cli.mjs is not built; run `npm run build` first')
  const words = ['web', ...(folder === undefined ? [] : [folder]), '--no-open']
  const [program, ...args] = [...startedBy, process.execPath, cli, ...words]
  const child = spawn(program!, args, {
    cwd: project,
    env: { ...process.env, LECTERN_HOME: home, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const url = await addressOf(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    const impatient = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(impatient)
  }
  return { url, home, process: child, stop }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    let printed = ''
    const look = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /https?:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)
      if (found) resolveUrl(found[0])
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', look)
    child.once('exit', code => reject(new Error(`lectern web ended with ${code}: ${printed}`)))
    setTimeout(() => reject(new Error(`lectern web printed no address: ${printed}`)), 30_000).unref()
  })
}
