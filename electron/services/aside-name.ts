import { randomBytes } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import type { Version } from '../../core/contract/index.ts'

/**
 * What Lectern moves aside for the moments of a save, a rename or a deletion. The name tells a later start what a kill
 * left half done. Jekyll and our own list pass by what begins with a dot.
 *
 *     .lectern-1f0c5a7d-8e1b07c2aa-91d03bb6fe.2026-03-01-talk.md     a save: the old version, and the new one
 *     .lectern-1f0c5a7d-8e1b07c2aa-.2026-03-01-talk.md               a deletion of this version
 *     .lectern-1f0c5a7d--.2026-03-01-talk.md                         a rename: the file has its new name already
 *     .lectern-1f0c5a7d--..2026-03-01-talk-of-a-very-long-na.md      of a name too long to stand here whole
 */
export interface AsideName {
  /** The name the file had. */
  readonly name: string
  /** Its middle is cut out. */
  readonly isCut: boolean
  /** The start of the version that Lectern knew there; empty where it did not look. */
  readonly known: string
  /** The start of the version that Lectern puts in its place; empty where it puts none. */
  readonly instead: string
}

const pattern = /^\.lectern-[0-9a-f]{8}-([0-9a-f]{10})?-([0-9a-f]{10})?\.(\.)?(.+)$/s

/** Most disks take 255 bytes, an encrypted one (eCryptfs) 143. */
const longestBytes = 140

/** A free name beside `path`. */
export function asideOf(path: string, known?: Version, instead?: Version): string {
  const random = randomBytes(4).toString('hex')
  const head = `.lectern-${random}-${known?.slice(0, 10) ?? ''}-${instead?.slice(0, 10) ?? ''}.`
  const name = basename(path)
  const roomBytes = longestBytes - head.length
  const fits = Buffer.byteLength(name) <= roomBytes
  return join(dirname(path), fits ? head + name : `${head}.${cut(name, roomBytes - 1)}`)
}

function cut(name: string, roomBytes: number): string {
  const extension = extname(name)
  const stem = [...basename(name, extension)]
  while (Buffer.byteLength(stem.join('') + extension) > roomBytes && stem.length > 0) stem.pop()
  return stem.join('') + extension
}

/** Undefined for every other file. */
export function readAsideName(fileName: string): AsideName | undefined {
  const match = pattern.exec(fileName)
  if (!match) return undefined
  const [, known = '', instead = '', dot, name = ''] = match
  return { name, isCut: dot !== undefined, known, instead }
}

/** The whole name an aside had, where `names` of its folder tell; else as much as is known of it. */
export function nameBefore({ name, isCut }: AsideName, names: readonly string[]): string {
  if (!isCut) return name
  const extension = extname(name)
  const start = basename(name, extension)
  return names.find(other => other.startsWith(start) && other.endsWith(extension)) ?? name
}
