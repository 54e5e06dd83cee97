import { readFileSync } from 'node:fs'
import { gatherExport } from '../../electron/services/export-gather.ts'
import { applyExport } from '../../electron/services/export-runner.ts'
import { undoExport } from '../../electron/services/export-undo.ts'
import { findRepository } from '../../electron/services/git-repository.ts'
import type { Git } from '../../electron/services/git.ts'

/** One export, or one undo, in a process that is there to be killed. */
export interface ChildTask {
  readonly git: Git
  readonly request?: Parameters<typeof gatherExport>[1]
  readonly undo?: { readonly root: string; readonly records: string }
}

/** Says `go` when it begins to change things, and `done` or `refused` at the end. */
const { git, request, undo } = JSON.parse(readFileSync(0, 'utf8')) as ChildTask
const prepared = request && (await gatherExport(git, request))
const repository = undo && (await findRepository(git, undo.root).catch(() => undefined))
process.stdout.write('go\n')
try {
  if (prepared) await applyExport(git, prepared)
  if (undo) await undoExport(git, undo.records, repository)
  process.stdout.write('done\n')
} catch {
  process.stdout.write('refused\n')
}
