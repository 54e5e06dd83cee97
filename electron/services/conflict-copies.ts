import type { RepoPath } from '../../core/contract/index.ts'

/**
 * The names sync clients give to the version they could not reconcile, and what remains of the name without it:
 *
 *     talk (Ann's conflicted copy 2026-07-14).md      Dropbox, Nextcloud, ownCloud
 *     talk (Case Conflict).md                         Dropbox
 *     talk.sync-conflict-20260714-101500-ABCDEFG.md   Syncthing
 *     talk_conflict-20260714-101500.md                ownCloud before 2.5
 *     talk [Conflict].md, talk (conflict).md          pCloud, Seafile's kin
 *     talk (SFConflict ann@example.org 2026-07-14).md Seafile
 */
const markers: readonly RegExp[] = [
  / \([^()]*conflicted copy[^()]*\)/i,
  / \(Case Conflict(?: \d+)?\)/i,
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?/,
  /_conflict-\d{8}-\d{6}/,
  / ?[([]conflict(?:ed)?(?: \d+)?[)\]]/i,
  / \(SFConflict [^()]*\)/,
]

/** The path of the post that a file is a sync client's conflict copy of; undefined for every other file. */
export function conflictCopyOf(path: RepoPath): RepoPath | undefined {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  for (const marker of markers) {
    const original = name.replace(marker, '')
    if (original !== name && /^[^.].*\./.test(original)) return path.slice(0, slash) + original
  }
  return undefined
}
