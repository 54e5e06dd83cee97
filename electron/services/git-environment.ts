import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Git } from './git.ts'

/** A login shell that takes longer than this is not waited for. */
const loginShellMs = 3_000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * git as the writer has it in the terminal.
 *
 * An app started from a dock or menu inherits a bare PATH and no SSH_AUTH_SOCK, so hooks and credential helpers that
 * work in the terminal would fail. The login shell knows both; it is asked once, and for a few seconds at most. A
 * process started from a terminal has them already.
 */
export async function gitAsInTerminal(env: Environment = process.env): Promise<Git> {
  const shell = env['SHELL']
  const inTerminal = env['SHLVL'] !== undefined && env['TERM'] !== undefined
  if (inTerminal || !shell || process.platform === 'win32') return { program: 'git', env }
  return { program: 'git', env: { ...env, ...(await askLoginShell(shell, env)) } }
}

/** git in the environment of this process, for programs that are themselves started from a terminal or a script. */
export function gitOfProcess(env: Environment): Git {
  return { program: 'git', env }
}

/** What a login shell exports; empty when it does not answer in time. Start-up files may print what they like. */
function askLoginShell(shell: string, env: Environment): Promise<Environment> {
  const mark = `lectern-${randomUUID()}`
  // fish and POSIX shells alike understand this line; `env -0` also keeps values with line breaks whole.
  const line = `printf '%s' '${mark}'; command env -0; printf '%s' '${mark}'`
  return new Promise(resolve => {
    const child = spawn(shell, ['-i', '-l', '-c', line], {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      // A session of its own: an interactive shell would take the terminal we may have.
      detached: true,
    })
    let printed = ''
    const answer = (): void => {
      clearTimeout(timer)
      resolve(exported(printed.split(mark)[1]))
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      answer()
    }, loginShellMs)
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      if (printed.split(mark).length > 2) answer()
    })
    child.on('error', answer)
    child.on('close', answer)
  })
}

function exported(block: string | undefined): Environment {
  if (block === undefined) return {}
  const rows = block.split('\0').filter(row => row.includes('='))
  const all = Object.fromEntries(
    rows.map(row => [row.slice(0, row.indexOf('=')), row.slice(row.indexOf('=') + 1)]),
  )
  for (const own of ['SHLVL', 'PWD', 'OLDPWD', '_']) delete all[own]
  return all
}
