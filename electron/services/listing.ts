import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { PostState, PostSummary, RepoPath, Workspace } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import type { Zone } from '../../core/ruby/index.ts'
import { conflictCopyOf } from './conflict-copies.ts'
import type { FileSystem } from './file-system.ts'
import { sweepLeftovers } from './leftovers.ts'
import type { Log } from './log.ts'
import { type FoundFile, findPostFiles } from './post-files.ts'
import { type PostFacts, postFacts, siteZone } from './post-summary.ts'
import { readSiteShape } from './site-shape.ts'
import { type KnownPost, type SummaryCache, openSummaryCache } from './summary-cache.ts'
import { versionOf } from './version.ts'

/** The state of each file in git, by path in the open folder. */
export type GitStates = () => Promise<ReadonlyMap<RepoPath, NonNullable<PostSummary['git']>>>

/** The list of the open folder. */
export interface Listing {
  /** Posts and drafts, newest first, then pages by path. */
  readonly list: () => Promise<PostSummary[]>
  readonly close: () => Promise<void>
}

export interface ListingOptions {
  readonly workspace: Workspace
  readonly dataDir: string
  readonly disk: FileSystem
  readonly log: Log
  readonly now: () => Date
  readonly gitStates?: GitStates
  /** Something that came after the list was given now differs from it. */
  readonly announceChange: () => void
}

/** The list does not wait longer than this for git. */
const gitPatienceMs = 250
const filesABreath = 200

export function createListing(options: ListingOptions): Listing {
  const { workspace, dataDir, disk, log, now } = options
  let cache: Promise<SummaryCache> | undefined
  let running: Promise<PostSummary[]> | undefined
  let next: Promise<PostSummary[]> | undefined
  let saving: Promise<void> = Promise.resolve()
  const rowsBefore = new WeakMap<KnownPost, Row>()
  let knownGit: Awaited<ReturnType<GitStates>> = new Map()

  async function list(): Promise<PostSummary[]> {
    const shape = await readSiteShape(workspace.site)
    const zone = siteZone(shape.timezone)
    const git = gitNow()
    cache ??= openSummaryCache({ dataDir, folder: workspace.folder, disk, timezone: shape.timezone ?? '' })
    const known = await cache
    const { files, leftovers } = await findPostFiles(workspace, shape)
    if (files.length === 0 && !existsSync(workspace.folder))
      throw new LecternError('folder.not-found', [workspace.folder])
    const rows: Row[] = []
    const time = now()
    let read = 0
    for (const file of files) {
      let post = known.get(file.path, file.key, file.modifiedMs)
      if (!post) {
        read++
        if (read % filesABreath === 0) await new Promise(resolve => setImmediate(resolve))
        post = readPost(workspace.folder, file, zone)
        if (!post) continue
        known.set(file.path, post)
      }
      const row = rowBefore(file, post, time) ?? rowOf(file, post, time)
      if (!row) continue
      rowsBefore.set(post, row)
      rows.push(row)
    }
    known.keepOnly(new Set(files.map(file => file.path)))
    if (known.isChanged()) saving = saving.then(() => saved(known))
    void sweepLeftovers(leftovers, { disk, log, now })
    const states = await git
    return rows.toSorted(byAge).map(({ summary }) => {
      const state = states.get(summary.path)
      return state ? { ...summary, git: state } : summary
    })
  }

  /** The row made of a post last time: with 10,000 posts, making all anew fills the memory faster than it is emptied. */
  function rowBefore(file: FoundFile, post: KnownPost, time: Date): Row | undefined {
    const row = rowsBefore.get(post)
    if (row?.summary.path !== file.path || row.kind !== file.kind) return undefined
    return row.summary.state === stateOf(row.summary.kind, post.facts, time) ? row : undefined
  }

  /** What git says, or what it said last while it still thinks. */
  async function gitNow(): Promise<Awaited<ReturnType<GitStates>>> {
    if (!options.gitStates) return knownGit
    let late = false
    const asked = options.gitStates().then(
      states => {
        const differs = !sameStates(states, knownGit)
        knownGit = states
        if (late && differs) options.announceChange()
      },
      error => log.note('the list shows no git states', error),
    )
    await Promise.race([asked, new Promise(resolve => setTimeout(resolve, gitPatienceMs))])
    late = true
    return knownGit
  }

  async function saved(known: SummaryCache): Promise<void> {
    try {
      await known.save()
    } catch (error) {
      log.note('the list could not be kept for the next start', error)
    }
  }

  /** All who ask during a walk share the next one: the walk under way may have passed what changed since. */
  function inTurn(): Promise<PostSummary[]> {
    if (!running) {
      running = list().finally(() => (running = undefined))
      return running
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return inTurn()
      })
    return next
  }

  return {
    list: inTurn,
    close: () => saving,
  }
}

interface Row {
  readonly summary: PostSummary
  /** What the walk took the file for. */
  readonly kind: FoundFile['kind']
  /** Sorts the list. Milliseconds since 1970. */
  readonly time: number
}

function rowOf(file: FoundFile, post: KnownPost, now: Date): Row | undefined {
  const { facts, version } = post
  if (file.kind === 'page' && !facts.hasFrontMatter) return undefined
  const kind = file.kind === 'any' ? (facts.hasFrontMatter ? 'post' : 'page') : file.kind
  const date = kind === 'page' ? undefined : facts.date
  const conflictOf = conflictCopyOf(file.path)
  return {
    summary: {
      path: file.path,
      kind,
      title: facts.title,
      ...(date === undefined ? {} : { date }),
      state: stateOf(kind, facts, now),
      ...(conflictOf === undefined ? {} : { conflictOf }),
      version,
    },
    kind: file.kind,
    time: date === undefined ? file.modifiedMs : Date.parse(date),
  }
}

function stateOf(kind: PostSummary['kind'], facts: PostFacts, now: Date): PostState {
  if (kind === 'draft') return 'draft'
  if (facts.withheld) return 'unpublished'
  return kind === 'post' && facts.date !== undefined && Date.parse(facts.date) > now.getTime()
    ? 'future'
    : 'published'
}

function readPost(folder: string, file: FoundFile, zone: Zone): KnownPost | undefined {
  const readAt = Date.now()
  try {
    const bytes = readFileSync(`${folder}/${file.path}`)
    return {
      key: file.key,
      readAt,
      version: versionOf(bytes),
      facts: postFacts(basename(file.path), bytes.toString('utf8'), zone),
    }
  } catch (error) {
    const { code } = error as { readonly code?: string }
    // Gone since the look; what may not be read is still shown, and says why when it is opened.
    if (code === 'ENOENT') return undefined
    return {
      key: file.key,
      readAt: 0,
      version: '',
      facts: { ...postFacts(basename(file.path), '', zone), hasFrontMatter: true },
    }
  }
}

function byAge(a: Row, b: Row): number {
  const pages = Number(a.summary.kind === 'page') - Number(b.summary.kind === 'page')
  if (pages !== 0) return pages
  if (a.summary.kind === 'page') return compare(a.summary.path, b.summary.path)
  return b.time - a.time || compare(b.summary.path, a.summary.path)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function sameStates(a: Awaited<ReturnType<GitStates>>, b: Awaited<ReturnType<GitStates>>): boolean {
  return a.size === b.size && [...a].every(([path, state]) => b.get(path) === state)
}
