import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RepoPath } from '../../core/contract/index.ts'

/**
 * The lower-cased texts of all posts as bytes, a few hundred posts to a buffer: outside the heap, and searched by one
 * `indexOf` over each buffer. 63 MB of posts take 63 MB and some 20 ms.
 */
export interface SearchIndex {
  /** Reads what is new, and forgets what is not among `paths`. */
  readonly hold: (paths: readonly RepoPath[]) => void
  /** These files changed, or went. */
  readonly changed: (paths: readonly RepoPath[]) => void
  /** The posts whose text, whatever its case, holds all these. In no order. */
  readonly holding: (texts: readonly string[]) => RepoPath[]
  readonly paths: () => RepoPath[]
}

interface Segment {
  readonly bytes: Buffer
  /** Where each post begins; one more at the end. */
  readonly starts: readonly number[]
  readonly paths: readonly RepoPath[]
}

const segmentBytes = 4 * 1024 * 1024

export function createSearchIndex(folder: string): SearchIndex {
  let segments: Segment[] = []
  /** The segment that holds a post's present text. */
  const where = new Map<RepoPath, Segment>()

  function add(paths: readonly RepoPath[]): void {
    let waiting: { path: RepoPath; bytes: Buffer }[] = []
    let size = 0
    const flush = (): void => {
      if (waiting.length > 0) addSegment(waiting)
      waiting = []
      size = 0
    }
    for (const path of paths) {
      const bytes = lowerCased(folder, path)
      if (!bytes) continue
      waiting.push({ path, bytes })
      size += bytes.length + 1
      if (size >= segmentBytes) flush()
    }
    flush()
  }

  function addSegment(posts: readonly { readonly path: RepoPath; readonly bytes: Buffer }[]): void {
    const starts = [0]
    for (const { bytes } of posts) starts.push(starts.at(-1)! + bytes.length + 1)
    // A zero byte between two posts keeps a match from reaching over.
    const all = Buffer.alloc(starts.at(-1)!)
    for (const [index, { bytes }] of posts.entries()) bytes.copy(all, starts[index])
    const segment = { bytes: all, starts, paths: posts.map(({ path }) => path) }
    segments.push(segment)
    for (const path of segment.paths) where.set(path, segment)
  }

  function drop(path: RepoPath): void {
    const segment = where.get(path)
    where.delete(path)
    if (segment?.paths.length === 1) segments = segments.filter(other => other !== segment)
  }

  function* postsWith(needle: Buffer): Generator<{ readonly segment: Segment; readonly post: number }> {
    for (const segment of segments) {
      let post = 0
      for (
        let at = segment.bytes.indexOf(needle);
        at >= 0;
        at = segment.bytes.indexOf(needle, segment.starts[post + 1])
      ) {
        post = postAt(segment.starts, at, post)
        if (where.get(segment.paths[post]!) === segment) yield { segment, post }
        if (post + 1 >= segment.paths.length) break
      }
    }
  }

  function holding(texts: readonly string[]): RepoPath[] {
    const needles = texts.map(text => Buffer.from(text.toLowerCase())).toSorted((a, b) => b.length - a.length)
    const [first, ...others] = needles
    if (!first) return [...where.keys()]
    const found: RepoPath[] = []
    for (const { segment, post } of postsWith(first)) {
      const text = segment.bytes.subarray(segment.starts[post], segment.starts[post + 1])
      if (others.every(needle => text.includes(needle))) found.push(segment.paths[post]!)
    }
    return found
  }

  return {
    hold: paths => {
      const asked = new Set(paths)
      for (const path of where.keys()) if (!asked.has(path)) drop(path)
      add(paths.filter(path => !where.has(path)))
    },
    changed: paths => {
      const known = paths.filter(path => where.has(path))
      for (const path of known) drop(path)
      add(known)
    },
    holding,
    paths: () => [...where.keys()],
  }
}

/** The post a byte belongs to, looking from `from` on. */
function postAt(starts: readonly number[], offset: number, from: number): number {
  let low = from
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function lowerCased(folder: string, path: RepoPath): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(join(folder, path), 'utf8').toLowerCase())
  } catch {
    // Gone, or not ours to read: it cannot be found either.
    return undefined
  }
}
