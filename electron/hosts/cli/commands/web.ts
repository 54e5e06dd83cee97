import { once } from 'node:events'
import { join, resolve } from 'node:path'

import { openPage } from '../../web/open-page.ts'
import { type WebHost, startWebHost } from '../../web/main.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'the app in a browser, on 127.0.0.1',
  help: `lectern web [DIR] [--port N] [--no-open]

Shows Lectern in a window of Chrome, Chromium or Edge, else in the default browser. Its address is printed on a line
of its own; the part after # is the key to it and changes with every start. Only this machine can reach it.

  DIR         the folder to open; without it the one of last time, or the starter
  --port N    listen there instead of on a free port
  --no-open   only print the address (also: LECTERN_NO_BROWSER=1)

Ends with Ctrl-C, or when the window is closed.
`,
  run: runWeb,
}

async function runWeb(context: CommandContext): Promise<ExitCode> {
  const { folder, port, open } = readArguments(context)
  const host = await startWebHost({ env: context.env, port, ...(folder !== undefined && { folder }) })
  const over = new AbortController()
  try {
    // A folder named here is refused here, not in the page.
    if (folder !== undefined) await host.services.session.open()
    const stopped = stopSignal(over.signal)
    context.out(`${host.url}\n`)
    await Promise.race([stopped, open ? showPage(host, context) : never])
  } finally {
    over.abort()
    await host.close()
  }
  return 0
}

/** Resolves when a terminal or the system asks the program to end. */
async function stopSignal(signal: AbortSignal): Promise<void> {
  const asked = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(name => once(process, name, { signal }))
  await Promise.race(asked.map(each => each.catch(() => undefined)))
}

const never = new Promise<void>(() => {})

/** Ends when the writer closed the window; where nobody can tell, never. */
async function showPage({ launchUrl, isShown, places }: WebHost, context: CommandContext): Promise<void> {
  const profileFolder = join(places.dataDir, 'browser')
  const shown = await openPage({ url: launchUrl(), isShown, profileFolder, env: context.env })
  if (shown.way === 'nowhere') context.err('No browser was found here. Open the address above in one.\n')
  return shown.way === 'window' ? shown.closed : never
}

function readArguments({ args, cwd, env }: CommandContext): {
  readonly folder: string | undefined
  readonly port: number
  readonly open: boolean
} {
  const { values, positionals } = parse(args)
  if (positionals.length > 1) throw new UsageError('one folder at most can be opened')
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`“${values.port}” is not a port (0 to 65535)`)
  const [folder] = positionals
  return {
    folder: folder === undefined ? undefined : resolve(cwd, folder),
    port,
    open: !values['no-open'] && !env['LECTERN_NO_BROWSER'],
  }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  })
}
