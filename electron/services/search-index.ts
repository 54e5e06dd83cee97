import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { RepoPath } from '../../core/contract/index.ts'
import { postText } from './post-text.ts'

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

/** A segment that is being filled: one large buffer, as thousands of small ones would stay in memory for long. */
interface Draft {
  readonly bytes: Buffer
  readonly starts: number[]
  readonly paths: RepoPath[]
}

const segmentBytes = 2 * 1024 * 1024
/** UTF-8 of one UTF-16 unit. */
const mostBytesACharacter = 3

function newDraft(sizeBytes: number): Draft {
  return { bytes: Buffer.allocUnsafeSlow(sizeBytes), starts: [0], paths: [] }
}

export function createSearchIndex(folder: string): SearchIndex {
  let segments: Segment[] = []
  /** The segment that holds a post's present text. */
  const where = new Map<RepoPath, Segment>()

  function add(paths: readonly RepoPath[]): void {
    let draft = newDraft(paths.length === 1 ? 0 : segmentBytes)
    for (const path of paths) {
      const text = lowerCased(folder, path)
      if (text === undefined) continue
      const most = text.length * mostBytesACharacter + 1
      if (draft.paths.length > 0 && draft.starts.at(-1)! + most > draft.bytes.length) {
        finish(draft)
        draft = newDraft(segmentBytes)
      }
      if (most > draft.bytes.length) draft = newDraft(Buffer.byteLength(text) + 1)
      const from = draft.starts.at(-1)!
      const to = from + draft.bytes.write(text, from)
      // A zero byte between two posts keeps a match from reaching over.
      draft.bytes[to] = 0
      draft.starts.push(to + 1)
      draft.paths.push(path)
    }
    finish(draft)
  }

  function finish({ bytes, starts, paths }: Draft): void {
    if (paths.length === 0) return
    const used = bytes.subarray(0, starts.at(-1))
    const segment = { bytes: used.length * 2 < bytes.length ? Buffer.from(used) : used, starts, paths }
    segments.push(segment)
    for (const path of paths) where.set(path, segment)
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
      // In order, so that what is found is nearly in order too.
      add(paths.filter(path => !where.has(path)).toSorted())
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

/** Read into, again and again: thousands of buffers that live for a moment would keep their memory for minutes. */
let scratch = Buffer.allocUnsafeSlow(64 * 1024)

function lowerCased(folder: string, path: RepoPath): string | undefined {
  try {
    const file = openSync(join(folder, path), 'r')
    try {
      const { size } = fstatSync(file)
      if (size > scratch.length) scratch = Buffer.allocUnsafeSlow(size * 2)
      return postText(scratch.subarray(0, readSync(file, scratch, 0, size, 0))).text.toLowerCase()
    } finally {
      closeSync(file)
    }
  } catch {
    // Gone, or not ours to read: it cannot be found either.
    return undefined
  }
}
