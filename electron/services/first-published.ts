import { relative, sep } from 'node:path'
import type { RepoPath } from '../../core/contract/index.ts'
import { readFrontMatter } from '../../core/post/index.ts'
import { findRepositoryIfAny } from './git-repository.ts'
import { type Git, gitOutput, runGit } from './git.ts'

/**
 * A post as its readers first saw it: its oldest committed version that was no draft and not withheld. It is followed
 * through renames. Undefined for a post that was never published, and outside of any repository.
 *
 * @param folder absolute; the path is relative to it
 */
export async function readFirstPublished(
  git: Git,
  folder: string,
  path: RepoPath,
): Promise<string | undefined> {
  const repository = await findRepositoryIfAny(git, folder)
  if (repository?.head === undefined) return undefined
  const way = relative(repository.root, folder).split(sep).join('/')
  const versions = await committedVersions(git, repository.root, way === '' ? path : `${way}/${path}`)
  for (const { commit, path: place } of versions.toReversed()) {
    if (/(?:^|\/)_drafts\//.test(place)) continue
    const source = (await gitOutput(git, repository.root, ['show', `${commit}:${place}`])).toString('utf8')
    if (readFrontMatter(source).data['published'] !== false) return source
  }
  return undefined
}

interface CommittedVersion {
  readonly commit: string
  /** Where the file lay then. */
  readonly path: string
}

/** Newest first. */
async function committedVersions(git: Git, root: string, path: string): Promise<CommittedVersion[]> {
  const asked = await runGit(git, root, [
    '--literal-pathspecs',
    'log',
    '--follow',
    '--diff-filter=AMR',
    '--name-only',
    '-z',
    '--format=%x01%H',
    '--',
    path,
  ])
  if (asked.code !== 0) return []
  return asked.stdout
    .toString('utf8')
    .split('\x01')
    .slice(1)
    .flatMap(block => {
      const [commit, place] = block.split(/[\0\n]+/)
      return commit && place ? [{ commit, path: place }] : []
    })
}
