import type { Json, PostSummary, RepoPath, Settings } from '../../core/contract/index.ts'
import type { SettingsStore } from '../state/settings.ts'

/** A post whose date is still to come, kept here until a build would show it. */
export interface KeptPost {
  readonly path: RepoPath
  /** ISO 8601. */
  readonly until: string
}

/** A kept post of the list, and whether its time has come. */
export interface KeptRow extends KeptPost {
  readonly title: string
  readonly isReady: boolean
  /** The moment in the writer's zone: `13:00` today, `4 Jul, 13:00` on another day. */
  readonly when: string
}

const keptKey = 'publish.kept'

/** The posts that wait for their time, as the settings of the folder hold them. */
export function readKept(settings: Settings): readonly KeptPost[] {
  return Object.entries(asRecord(settings[keptKey])).flatMap(([path, until]) =>
    typeof until === 'string' && !Number.isNaN(Date.parse(until)) ? [{ path, until }] : [],
  )
}

export function keepPost(settings: SettingsStore, path: RepoPath, until: string): void {
  settings.set('folder', keptKey, { ...asRecord(settings.get()[keptKey]), [path]: until })
}

/** They are published, or shall not be spoken of any more. */
export function forgetKept(settings: SettingsStore, paths: readonly RepoPath[]): void {
  const kept = asRecord(settings.get()[keptKey])
  const left = Object.entries(kept).filter(([path]) => !paths.includes(path))
  if (left.length < Object.keys(kept).length)
    settings.set('folder', keptKey, left.length === 0 ? null : Object.fromEntries(left))
}

/** The file has another path now. */
export function moveKept(settings: SettingsStore, from: RepoPath, to: RepoPath): void {
  const { [from]: until, ...others } = asRecord(settings.get()[keptKey])
  if (until !== undefined) settings.set('folder', keptKey, { ...others, [to]: until })
}

/** The kept posts that are still there and not published by other means, those that are ready first. */
export function keptRows(
  kept: readonly KeptPost[],
  posts: readonly PostSummary[],
  nowMs: number,
): readonly KeptRow[] {
  if (kept.length === 0) return []
  const byPath = new Map(posts.map(post => [post.path, post]))
  return kept
    .flatMap(({ path, until: asKept }): KeptRow[] => {
      const post = byPath.get(path)
      if (!post || post.git === 'clean' || post.git === 'committed-not-pushed') return []
      // Its date may have been changed since.
      const until = post.date ?? asKept
      const when = whenWords(until, new Date(nowMs))
      return [{ path, until, title: post.title, when, isReady: Date.parse(until) <= nowMs }]
    })
    .toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until))
}

/** Until the next of them is ready; undefined when none waits. */
export function nextReadyMs(rows: readonly KeptRow[], nowMs: number): number | undefined {
  const next = rows.find(row => !row.isReady)
  return next && Date.parse(next.until) - nowMs
}

/** A moment in the writer's zone: `13:00` today, `4 Jul, 13:00` on another day. */
export function whenWords(iso: string, now: Date): string {
  const moment = new Date(iso)
  const time = moment.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })
  if (moment.toDateString() === now.toDateString()) return time
  const isThisYear = moment.getFullYear() === now.getFullYear()
  const day = moment.toLocaleDateString([], {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
  return `${day}, ${time}`
}

function asRecord(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {}
}
