import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { FoundPost, RepoPath, SearchQuery, SearchResult } from '../../core/contract/index.ts'
import { postText } from './post-text.ts'
import { createSearchIndex } from './search-index.ts'
import { matchesIn, needles, patternOf } from './search-matches.ts'
import { versionOf } from './version.ts'

/**
 * Searches on a thread of its own, which can be ended when an expression never does. `progress` counts up with every
 * post an expression was tried on, so that the other side sees it hang.
 */

export interface SearchWorkerData {
  readonly folder: string
  readonly progress: Int32Array<SharedArrayBuffer>
}

export type ToSearchWorker =
  | { readonly type: 'hold'; readonly paths: readonly RepoPath[] }
  | { readonly type: 'changed'; readonly paths: readonly RepoPath[] }
  | { readonly type: 'search'; readonly id: number; readonly query: SearchQuery }

export type FromSearchWorker =
  | { readonly id: number; readonly result: SearchResult }
  | { readonly id: number; readonly tooSlow: true }

/** An expression may take this long over all posts together, reading not counted. */
const patienceMs = 1_000

const { folder, progress } = workerData as SearchWorkerData
const index = createSearchIndex(folder)

parentPort?.on('message', (message: ToSearchWorker) => {
  if (message.type === 'hold') index.hold(message.paths)
  else if (message.type === 'changed') index.changed(message.paths)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  else parentPort?.postMessage(answer(message.id, message.query))
})

function answer(id: number, query: SearchQuery): FromSearchWorker {
  const pattern = patternOf(query)
  const { replacement: _, ...findOnly } = query
  // Newest first: posts are named after their day.
  const candidates = (query.kind === 'expression' ? index.paths() : index.holding(needles(query)))
    .toSorted()
    .toReversed()
  const posts: FoundPost[] = []
  let spentMs = 0
  for (const path of candidates) {
    const bytes = readPost(path)
    if (!bytes) continue
    Atomics.add(progress, 0, 1)
    const began = performance.now()
    const { text, isForeign } = postText(bytes)
    const matches = matchesIn(text, isForeign ? findOnly : query, pattern)
    spentMs += performance.now() - began
    if (spentMs > patienceMs) return { id, tooSlow: true }
    if (matches.length === 0) continue
    if (posts.length === query.mostPosts) return { id, result: { posts, isCut: true } }
    posts.push({ path, version: versionOf(bytes), matches, ...(isForeign && { readOnly: true }) })
  }
  return { id, result: { posts, isCut: false } }
}

function readPost(path: RepoPath): Buffer | undefined {
  try {
    return readFileSync(join(folder, path))
  } catch {
    // Gone since the index was made.
    return undefined
  }
}
