import { LecternError } from '../../core/errors.ts'
import type { GatherRequest } from './export-gather.ts'
import type { PreparedExport } from './export-runner.ts'
import type { Repository } from './git-repository.ts'
import type { Git } from './git.ts'

export async function gatherCopies(
  _git: Git,
  _repository: Repository | undefined,
  _root: string,
  _target: string,
  _posts: readonly string[],
  _request: GatherRequest,
): Promise<PreparedExport> {
  throw new LecternError('export.no-target')
}
