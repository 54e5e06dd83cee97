import type { Replacement, RepoPath } from '../../core/contract/index.ts'
import type { TextEdit } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { tellWritten } from '../beside/open-desks.ts'
import type { FollowingLink } from './links-to-post.ts'

/** Takes back what was written. */
export type TakeBack = () => Promise<void>

/**
 * Writes links of other posts anew; where one changed meanwhile, all stay.
 *
 * @throws LecternError 'post.changed-on-disk'
 */
export async function mendLinks(lectern: Lectern, links: readonly FollowingLink[]): Promise<TakeBack> {
  const { host } = lectern
  const paths = [...new Set(links.map(link => link.path))]
  const { replaceId } = await host.replaceInPosts(replacementsFor(links))
  tellWritten(lectern, paths)
  return async () => {
    await host.undoReplace(replaceId)
    tellWritten(lectern, paths)
  }
}

function replacementsFor(links: readonly FollowingLink[]): Replacement[] {
  const edits = new Map<RepoPath, { readonly baseVersion: string; readonly edits: TextEdit[] }>()
  for (const { path, version, edit } of links) {
    const known = edits.get(path)
    if (known) known.edits.push(edit)
    else edits.set(path, { baseVersion: version, edits: [edit] })
  }
  return [...edits].map(([path, replacement]) => ({ path, ...replacement }))
}
