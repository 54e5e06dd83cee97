import { type ExportFile, type PlanRequest } from '../../core/export/index.ts'
import { readFrontMatter } from '../../core/post/index.ts'
import type { GatherRequest } from './export-request.ts'
import { readLog } from './git-log.ts'
import { type Repository, identity } from './git-repository.ts'
import type { Git } from './git.ts'

/** What a commit message is made from. */
export async function commitHabits(
  git: Git,
  repository: Repository,
  files: readonly ExportFile[],
  request: GatherRequest,
): Promise<NonNullable<PlanRequest['commit']>> {
  const signOff = await identity(git, repository)
  const titles = files.flatMap(({ path, wanted, post }) => {
    const title = post && wanted?.text !== undefined ? readFrontMatter(wanted.text).data['title'] : undefined
    return typeof title === 'string' ? [[path, title] as const] : []
  })
  return {
    ...(request.message === undefined ? {} : { message: request.message }),
    log: await readLog(git, repository, signOff),
    titles: new Map(titles),
    ...(signOff === undefined ? {} : { signOff }),
  }
}
