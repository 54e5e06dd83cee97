import { toWireError } from '../../../core/errors.ts'
import { type CommandContext, type ExitCode, UsageError } from './command.ts'
import { commands } from './commands/index.ts'

/** Runs one command line. Never throws: refusals and wrong use become exit codes. */
export async function runCli(name: string | undefined, context: CommandContext): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === 'help') {
    context.out(await overview())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    context.err(`lectern: there is no command “${name}”. lectern --help lists them.\n`)
    return 2
  }
  const command = await load()
  if (context.args.includes('--help')) {
    context.out(command.help)
    return 0
  }
  try {
    return await command.run(context)
  } catch (error) {
    return failure(error, name, context)
  }
}

function failure(error: unknown, name: string, context: CommandContext): ExitCode {
  if (error instanceof UsageError) {
    context.err(`lectern ${name}: ${error.message}\nlectern ${name} --help tells more.\n`)
    return 2
  }
  const wire = toWireError(error)
  if (context.args.includes('--json')) context.out(`${JSON.stringify({ error: wire })}\n`)
  else context.err(`lectern ${name}: ${wire.message}\n`)
  if (wire.code === 'internal.unexpected')
    context.err(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(14)}${(await load()).summary}`),
  )
  return `lectern: talk posts for Jekyll sites\n\n${rows.join('\n')}\n\nlectern COMMAND --help tells more.\n`
}
