import { dirname } from 'node:path'
import type { Draft, Version } from '../../core/contract/index.ts'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { type KeptDraft, changeRecord, encodeRecord, savingRecord, wholeRecord } from './journal-record.ts'
import { writeWhole } from './safe-write.ts'

/** The journal file of one post in this session. */
export interface DraftJournal {
  /** Durable once it resolves. */
  readonly keep: (kept: KeptDraft) => Promise<void>
  /** Notes, behind a text that is kept, that this version of it is about to be saved. */
  readonly noteSaving: (kept: KeptDraft, saving: Version, at: number) => Promise<void>
  readonly remove: () => Promise<void>
}

/** A journal this much longer than its text is written anew. */
const slackBytes = 256 * 1024

/**
 * A journal at `path`: the whole text first, then only what changed, each record appended and synced before it counts.
 */
export function createDraftJournal(disk: FileSystem, path: string): DraftJournal {
  /** What the file holds; undefined when the next record has to start the file anew. */
  let last: { readonly draft: Draft; readonly sizeBytes: number } | undefined

  async function startAnew(kept: KeptDraft): Promise<void> {
    const bytes = encodeRecord(wholeRecord(kept))
    await writeWhole(disk, path, bytes)
    last = { draft: kept.draft, sizeBytes: bytes.length }
  }

  async function append(bytes: Buffer, draft: Draft, before: NonNullable<typeof last>): Promise<boolean> {
    const file = await disk.open(path, 'append')
    try {
      // Another session may have removed the file or put one of its own here.
      const found = await file.facts()
      if (found.names === 0 || found.sizeBytes !== before.sizeBytes) return false
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    last = { draft, sizeBytes: before.sizeBytes + bytes.length }
    return true
  }

  async function keep(kept: KeptDraft): Promise<void> {
    const before = last
    // Whatever goes wrong from here on may leave a torn record, after which nothing may be appended.
    last = undefined
    const tooLong = before && before.sizeBytes > 3 * textBytes(kept.draft) + slackBytes
    if (!before || tooLong) return startAnew(kept)
    try {
      if (await append(encodeRecord(changeRecord(kept, before.draft)), kept.draft, before)) return
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    await startAnew(kept)
  }

  async function noteSaving(kept: KeptDraft, saving: Version, at: number): Promise<void> {
    const before = last
    if (!before) return
    last = undefined
    await append(encodeRecord(savingRecord(kept, saving, at)), before.draft, before)
  }

  async function remove(): Promise<void> {
    last = undefined
    try {
      await disk.unlink(path)
      await disk.syncFolder(dirname(path))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }

  return { keep, noteSaving, remove }
}

function textBytes(draft: Draft): number {
  return draft.source.length + (draft.view?.history?.length ?? 0)
}
