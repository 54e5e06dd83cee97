import { readFileSync } from 'node:fs'
import { gatherExport } from '../../electron/services/export-gather.ts'
import { applyExport } from '../../electron/services/export-runner.ts'
import type { Git } from '../../electron/services/git.ts'

/** One export in a process that is there to be killed. Says `go` when it begins to change things, `done` at the end. */
const { git, request } = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly git: Git
  readonly request: Parameters<typeof gatherExport>[1]
}
const prepared = await gatherExport(git, request)
process.stdout.write('go\n')
try {
  await applyExport(git, prepared)
  process.stdout.write('done\n')
} catch {
  process.stdout.write('refused\n')
}
