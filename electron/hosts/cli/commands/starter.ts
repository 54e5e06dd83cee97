import { join } from 'node:path'

import { findPlaces } from '../../../places.ts'
import { gitAsInTerminal } from '../../../services/git-environment.ts'
import { makeStarter, removeStarter, starterFolder } from '../../../services/starter.ts'
import { type Command, type CommandContext, type ExitCode } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'makes or removes the sample site that the first start opens',
  help: `lectern starter [--remove] [--json]

Makes the sample site (a small Jekyll site with a few talk posts, a git repository of its own) if it is not there, and
prints its path.

  --remove   takes it away; what you changed in it is kept, and where is said
`,
  run: runStarter,
}

async function runStarter(context: CommandContext): Promise<ExitCode> {
  const { remove, json } = readArguments(context.args)
  const { assetsFolder, writerFolder, dataDir } = findPlaces(context.env)
  const options = { assetsFolder, writerFolder, git: await gitAsInTerminal(context.env) }
  if (!remove) {
    const path = await makeStarter(options)
    context.out(json ? `${JSON.stringify({ path })}\n` : `${path}\n`)
    return 0
  }
  const removed = await removeStarter(options, join(dataDir, 'removed'))
  const path = starterFolder(writerFolder)
  const keptIn = removed?.keptIn ?? null
  if (json) context.out(`${JSON.stringify({ path, removed: removed !== undefined, keptIn })}\n`)
  else context.out(sentence(path, removed !== undefined, keptIn))
  return 0
}

function sentence(path: string, removed: boolean, keptIn: string | null): string {
  if (!removed) return `There is no starter in ${path}.\n`
  return keptIn === null
    ? `Removed ${path}.\n`
    : `Removed ${path}. What you changed in it is kept in ${keptIn}.\n`
}

function readArguments(args: readonly string[]): { readonly remove: boolean; readonly json: boolean } {
  const { values } = parseWords({
    args: [...args],
    options: { remove: { type: 'boolean' }, json: { type: 'boolean' } },
  })
  return { remove: values.remove ?? false, json: values.json ?? false }
}
