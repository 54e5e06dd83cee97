import { resolve } from 'node:path'
import { findPlaces } from '../../../places.ts'
import { recordsFolder } from '../../../services/export-journal.ts'
import { undoExport } from '../../../services/export-undo.ts'
import { gitOfProcess } from '../../../services/git-environment.ts'
import { findRepositoryIfAny } from '../../../services/git-repository.ts'
import { type Command, type CommandContext, type ExitCode } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'takes the last export back',
  help: `lectern undo-export [--to REPO] [--json]

Takes back exactly the last export: the commit, and the files it copied. A commit that is on a remote, or not the
newest any more, is undone by a commit of its own. Posts that lie in the repository keep their text.

  --to REPO   the repository, or the folder without git, that was exported to; without it the one around this folder
`,
  run: runUndo,
}

async function runUndo(context: CommandContext): Promise<ExitCode> {
  const { to, json } = readArguments(context)
  const git = gitOfProcess(context.env)
  const folder = resolve(context.cwd, to ?? '.')
  const repository = await findRepositoryIfAny(git, folder)
  const records = recordsFolder(folder, repository, findPlaces(context.env).dataDir)
  const receipt = await undoExport(git, records, repository)
  if (json) context.out(`${JSON.stringify(receipt)}\n`)
  else context.out(receipt.operations.map(({ path }) => `took back ${path}\n`).join(''))
  return 0
}

function readArguments({ args }: CommandContext): {
  readonly to: string | undefined
  readonly json: boolean
} {
  const { values } = parseWords({
    args: [...args],
    options: { to: { type: 'string' }, json: { type: 'boolean' } },
  })
  return { to: values.to, json: values.json ?? false }
}
