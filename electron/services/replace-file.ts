import { dirname } from 'node:path'
import { asideOf } from './aside-name.ts'
import { isMissing } from './disk-errors.ts'
import { type FileFacts, isSameInode, sameFile } from './file-facts.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { giveBack, keepAsCopy } from './free-names.ts'
import { discard, writeBeside } from './safe-write.ts'
import type { Swap, SwapResult } from './swap-names.ts'
import { versionOf } from './version.ts'

/** How a replacement ended. `changed`: another program's bytes stand there, and nothing of theirs was overwritten. */
export type Replacement = 'written' | 'changed'

/** A file that lost its name to ours, still open: a program that had opened it may write into it yet. */
export interface ReplacedFile {
  readonly file: OpenFile
  readonly facts: FileFacts
  /** What it held. */
  readonly bytes: Buffer
  /** What stands in its place. */
  readonly instead: Uint8Array
  /** Absolute, without symbolic links. */
  readonly target: string
}

export interface ReplaceOptions {
  /** Hears of the folder (absolute) before anything in it is moved; a kill may leave files moved aside there. */
  readonly workingIn?: (folder: string) => Promise<void>
  /** Takes over the file that was replaced, and closes it. */
  readonly hold?: (replaced: ReplacedFile) => void
}

/**
 * Replaces a file's content so that, whatever happens, either the old or the new bytes are there, whole.
 *
 * Written beside, made durable, put in its place by {@link swapNames}, folder made durable. What was in that place is
 * looked at once more before it goes: what another program wrote at the last moment gets its name back. Mode, owner
 * (where the system lets us) and a symbolic link at `path` stay. `expected` sees the bytes on disk first; when it
 * refuses them nothing is written.
 */
export async function replaceFile(
  disk: FileSystem,
  path: string,
  bytes: Uint8Array,
  expected: (current: Buffer) => boolean,
  { workingIn, hold }: ReplaceOptions = {},
): Promise<Replacement> {
  const target = await disk.realpath(path)
  const file = await disk.open(target, 'read')
  let isHeld = false
  try {
    const facts = await file.facts()
    const old = await file.read()
    if (!expected(old) || !sameFile(facts, await file.facts())) return 'changed'
    await workingIn?.(dirname(target))
    const replaced = { file, facts, bytes: old, instead: bytes, target }
    if ((await putInPlace(disk, replaced)) === 'changed') return 'changed'
    isHeld = hold !== undefined
    hold?.(replaced)
    return 'written'
  } finally {
    if (!isHeld) await file.close()
  }
}

async function putInPlace(disk: FileSystem, old: ReplacedFile): Promise<Replacement> {
  const { target, instead, facts } = old
  const aside = asideOf(target, versionOf(old.bytes), versionOf(instead))
  const incoming = await writeBeside(disk, target, instead, facts)
  let swap: SwapResult
  try {
    swap = await disk.swap({ incoming, target, aside, seen: facts })
  } catch (error) {
    if (isMissing(error)) return 'changed'
    throw error
  } finally {
    await discard(disk, incoming)
  }
  if (swap === 'changed') return 'changed'
  if (!(await isAsKnown(disk, aside, old))) {
    // What was moved aside is another program's: its file, or what it wrote into the old one.
    if (swap === 'swapped') await putBack(disk, target, aside, versionOf(instead))
    else await keepAsCopy(disk, aside, target)
    return 'changed'
  }
  await discard(disk, aside)
  if (swap === 'taken' || (await bringBackLateWords(disk, old))) return 'changed'
  await disk.syncFolder(dirname(target))
  return 'written'
}

/** Whether what was moved aside is the file we read, with the bytes we read. */
async function isAsKnown(disk: FileSystem, aside: string, old: ReplacedFile): Promise<boolean> {
  if (!(await holds(old))) return false
  try {
    return isSameInode(await disk.nameFacts(aside), old.facts)
  } catch (error) {
    if (!isMissing(error)) throw error
    // A second Lectern has tidied up.
    return stillHolds(disk, old)
  }
}

/**
 * Gives `target` back to the file at `theirs`, in the place of the version that we put there.
 *
 * The file itself gets its name, not a copy of it: a program that is still writing goes on writing there. Should a third
 * one have replaced ours meanwhile, that stays as a conflict copy.
 *
 * @param ourVersion its start is enough
 */
export async function putBack(
  disk: FileSystem,
  target: string,
  theirs: string,
  ourVersion: string,
): Promise<void> {
  const aside = asideOf(target, ourVersion, versionOf(await bytesOf(disk, theirs)))
  if ((await swapOrFind(disk, { incoming: theirs, target, aside })) === 'swapped') await discard(disk, theirs)
  else await giveBack(disk, theirs, target)
  await tidy(disk, target, aside, ourVersion)
  await disk.syncFolder(dirname(target))
  await untilSteady(() => disk.stat(target), 20)
}

async function swapOrFind(disk: FileSystem, swap: Swap): Promise<SwapResult | 'missing'> {
  try {
    return await disk.swap(swap)
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

/** Takes away what was moved aside if it is the version we knew; else it is another program's, and stays as a copy. */
async function tidy(disk: FileSystem, target: string, aside: string, knownVersion: string): Promise<void> {
  try {
    if (versionOf(await bytesOf(disk, aside)).startsWith(knownVersion)) await discard(disk, aside)
    else await keepAsCopy(disk, aside, target)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/**
 * Brings back what another program wrote into a file after that had lost its last name, and says whether it did.
 * Such a program had opened the file before.
 */
export async function bringBackLateWords(disk: FileSystem, old: ReplacedFile): Promise<boolean> {
  const { file, facts, bytes, instead, target } = old
  if (await holds(old)) return false
  const theirs = await lateWords(file)
  if (theirs === undefined || theirs.equals(bytes)) return false
  const aside = asideOf(target, versionOf(bytes), versionOf(instead))
  await disk.rename(await writeBeside(disk, target, theirs, facts), aside)
  if (await stillHolds(disk, old)) await putBack(disk, target, aside, versionOf(instead))
  else await keepAsCopy(disk, aside, target)
  return true
}

/** What another program writes into a file that is open, once it has ended; undefined when nothing but a cut comes. */
export async function lateWords(file: OpenFile): Promise<Buffer | undefined> {
  await untilSteady(() => file.facts(), 100)
  const bytes = await file.read()
  // Who writes in place cuts the file short first. When nothing follows, there is nothing to bring back.
  return bytes.length === 0 ? undefined : bytes
}

/** Whether nobody wrote into the file that was replaced. */
async function holds({ file, bytes }: ReplacedFile): Promise<boolean> {
  return (await file.readPart(0, bytes.length + 1)).equals(bytes)
}

/** Whether what we put in its place stands there still. */
async function stillHolds(disk: FileSystem, { target, instead }: ReplacedFile): Promise<boolean> {
  try {
    return (await bytesOf(disk, target)).equals(instead)
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const mostLooks = 50

/** Waits for another program to end its writing: nobody is shown half of it who can wait a moment. */
async function untilSteady(look: () => Promise<FileFacts>, everyMs: number): Promise<void> {
  try {
    let before = await look()
    for (let looks = 0; looks < mostLooks; looks++) {
      await new Promise(resolve => setTimeout(resolve, everyMs))
      const now = await look()
      if (sameFile(now, before) && now.sizeBytes > 0) return
      before = now
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** The content, whoever's it is by now. */
export async function bytesOf(disk: FileSystem, path: string): Promise<Buffer> {
  const file = await disk.open(path, 'read')
  try {
    return await file.read()
  } finally {
    await file.close()
  }
}
