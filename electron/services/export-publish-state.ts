import { existsSync } from 'node:fs'
import type { PublishState } from '../../core/contract/index.ts'
import { listRecords } from './export-journal.ts'
import { type Repository, repositoryTrouble } from './git-repository.ts'
import { commitsAhead } from './git-states.ts'
import type { Git } from './git.ts'

/** What the status bar says of publishing. */
export async function publishStateOf(
  git: Git,
  records: string,
  repository: Repository | undefined,
): Promise<PublishState> {
  const [last] = existsSync(records) ? await listRecords(records) : []
  const trouble = repository && (await repositoryTrouble(git, repository))
  const ahead = repository && (await commitsAhead(git, repository))
  return {
    ...(ahead === undefined ? {} : { ahead }),
    ...(last ? { lastExport: { undoId: last.id, summary: summaryOf(last.plan) } } : {}),
    ...(trouble ? { trouble: trouble.message } : {}),
  }
}

function summaryOf(plan: {
  readonly commit: { readonly message: string } | null
  readonly operations: readonly unknown[]
}): string {
  const count = plan.operations.length
  return plan.commit?.message.split('\n')[0] ?? `${count} ${count === 1 ? 'file' : 'files'} copied`
}
