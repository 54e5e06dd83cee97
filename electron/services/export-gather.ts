import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { gatherCopies } from './export-copies.ts'
import { gatherInPlace } from './export-in-place.ts'
import { type GatherRequest, nameOf } from './export-request.ts'
import type { PreparedExport } from './export-runner.ts'
import { type Repository, findRepositoryIfAny } from './git-repository.ts'
import type { Git } from './git.ts'

/**
 * Reads everything a plan is made from, and makes it. Writes nothing.
 *
 * Posts that lie in the target already are exported by committing them; others are copied to their place in it.
 *
 * @throws LecternError when the repository cannot take an export now, with the sentence that says why
 */
export async function gatherExport(git: Git, request: GatherRequest): Promise<PreparedExport> {
  const posts = await Promise.all(request.posts.map(realPath))
  const homes = await Promise.all(
    [...new Set(posts.map(path => dirname(path)))].map(folder => home(git, folder)),
  )
  const roots = new Set(homes.map(repository => repository?.root))
  const target = request.to === undefined ? undefined : await realPath(request.to)
  const repository = target === undefined ? homes[0] : await home(git, target)
  if (target === undefined && roots.size > 1) throw new LecternError('export.different-repositories')
  if (repository && roots.size === 1 && roots.has(repository.root))
    return gatherInPlace(
      git,
      repository,
      called(posts, request, path => inside(repository.root, path)),
      request,
    )
  if (target === undefined) {
    const missing = posts.findIndex(path => !existsSync(path))
    if (missing >= 0) throw new LecternError('post.not-found', [nameOf(request, missing)])
    throw new LecternError('export.no-target')
  }
  if (!existsSync(target)) throw new LecternError('folder.not-found', [target])
  return gatherCopies(git, repository, target, posts, request)
}

/** The repository a folder, or the nearest one above it that exists, lies in. */
async function home(git: Git, folder: string): Promise<Repository | undefined> {
  const there = await realpath(folder).catch(() => undefined)
  if (there !== undefined) return findRepositoryIfAny(git, there)
  return dirname(folder) === folder ? undefined : home(git, dirname(folder))
}

/** A path without links in its folders; the file itself may be gone. */
async function realPath(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined)
  if (found !== undefined) return found
  const folder = dirname(path)
  return folder === path ? path : join(await realPath(folder), basename(path))
}

/** Relative to the root, with `/`. */
function inside(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

/** Each post with the name the writer gave it, by where it lies. */
function called(
  posts: readonly string[],
  request: GatherRequest,
  place: (path: string) => string,
): Map<string, string> {
  return new Map(posts.map((path, index) => [place(path), nameOf(request, index)]))
}
