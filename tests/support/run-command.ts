import type { Command } from '../../electron/hosts/cli/command.ts'

interface Call {
  readonly args: readonly string[]
  readonly stdin?: string
  readonly cwd: string
}

/** Runs a command of the command line in this process; gives its exit code and what it printed. */
export async function runCommand({ run }: Command, { args, stdin = '', cwd }: Call) {
  let out = ''
  let err = ''
  const code = await run({
    args,
    cwd,
    env: {},
    stdin: async () => stdin,
    out: text => (out += text),
    err: text => (err += text),
  })
  return { code, out, err }
}
