import { relative, sep } from 'node:path'

import type { Workspace } from '../../core/contract/index.ts'
import { findRepository } from './git-repository.ts'
import { gitStates } from './git-states.ts'
import type { Git } from './git.ts'
import type { GitStates } from './listing.ts'

/** What git says of the files of an open folder, by their paths in that folder; undefined outside of any repository. */
export function folderGitStates(git: () => Promise<Git>, { folder, repo }: Workspace): GitStates | undefined {
  if (repo === undefined) return undefined
  return async () => {
    const program = await git()
    const repository = await findRepository(program, folder)
    if (!repository) return new Map()
    const way = relative(repository.root, folder).split(sep).join('/')
    const prefix = way === '' ? '' : `${way}/`
    const states = await gitStates(program, repository)
    return new Map(
      [...states]
        .filter(([path]) => path.startsWith(prefix))
        .map(([path, state]) => [path.slice(prefix.length), state]),
    )
  }
}
