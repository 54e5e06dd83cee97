import type { BigIntStats } from 'node:fs'

/** What identifies a file and shows that it was changed. */
export interface FileFacts {
  readonly device: bigint
  readonly inode: bigint
  readonly sizeBytes: number
  readonly modifiedNs: bigint
  /** When the file last got or lost a name, or its content or rights changed. */
  readonly changedNs: bigint
  readonly mode: number
  readonly user: number
  readonly group: number
  readonly names: number
  readonly isFolder: boolean
}

export function sameFile(a: FileFacts, b: FileFacts): boolean {
  return isSameInode(a, b) && a.sizeBytes === b.sizeBytes && a.modifiedNs === b.modifiedNs
}

/** Two names of one file. */
export function isSameInode(a: FileFacts, b: FileFacts): boolean {
  return a.device === b.device && a.inode === b.inode
}

export function factsOf(stats: BigIntStats): FileFacts {
  return {
    device: stats.dev,
    inode: stats.ino,
    sizeBytes: Number(stats.size),
    modifiedNs: stats.mtimeNs,
    changedNs: stats.ctimeNs,
    mode: Number(stats.mode) & 0o7777,
    user: Number(stats.uid),
    group: Number(stats.gid),
    names: Number(stats.nlink),
    isFolder: stats.isDirectory(),
  }
}
