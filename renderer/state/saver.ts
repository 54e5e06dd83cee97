import type { Text } from '@codemirror/state'
import type { HostApi, RepoPath, Version, ViewState } from '../../core/contract/index.ts'
import type { SaveStatus } from './document.ts'
import { type FileShape, writeShape } from './file-shape.ts'
import { sentenceOf } from './notices.ts'

/** A post as it was last read from or written to the disk. */
export interface DiskText {
  readonly version: Version
  readonly doc: Text
}

export interface SaverOptions {
  readonly host: Pick<HostApi, 'savePost' | 'keepDraft' | 'dropDraft'>
  readonly path: RepoPath
  readonly shape: FileShape
  readonly disk: DiskText
  /** The text now in the editor. */
  readonly doc: () => Text
  readonly view: () => ViewState
  readonly autosave: () => boolean
  readonly onStatus: (status: SaveStatus) => void
  /** The host refused to write over a file that another program changed. */
  readonly onChangedOnDisk: () => void
}

/** Keeps journal and disk up with the editor, for one post. */
export interface Saver {
  readonly path: RepoPath
  readonly shape: FileShape
  disk(): DiskText
  isDirty(): boolean
  /** The writer (or a command) changed the text. */
  edited(): void
  /** Writes now. @returns whether the file holds the editor's text afterwards */
  save(): Promise<boolean>
  /** Writes the journal now. */
  keep(): Promise<void>
  /** What the disk holds was learned or chosen anew; the editor's text is compared with it from now on. */
  rebase(disk: DiskText): void
  /** Stops writing to disk until {@link rebase}: both sides changed, and the writer has to choose. */
  conflict(): void
  /** The text in the editor is in the journal already: it was recovered from there. */
  recovered(): void
  status(): SaveStatus
  /** Stops all timers. What was typed is kept first. */
  dispose(): Promise<void>
}

/** The journal must hold what was typed more than a second ago; half of it is left for the write. */
const journalMs = 400
const autosaveMs = 1_500
const retryMs = 3_000

export function createSaver(options: SaverOptions): Saver {
  const { host, path, shape } = options
  let disk = options.disk
  let edition = 0
  let keptEdition = 0
  let writing: Promise<boolean> | undefined
  let keeping: Promise<void> | undefined
  let savedOnce = false
  let inConflict = false
  let trouble: string | undefined
  let journalTimer: ReturnType<typeof setTimeout> | undefined
  let saveTimer: ReturnType<typeof setTimeout> | undefined

  const isDirty = (): boolean => !options.doc().eq(disk.doc)

  function status(): SaveStatus {
    if (inConflict) return { type: 'conflict' }
    if (writing) return { type: 'saving' }
    if (!isDirty()) return { type: savedOnce ? 'saved' : 'clean' }
    if (trouble) return { type: 'not-saved', reason: trouble }
    return { type: 'dirty', kept: keptEdition === edition }
  }

  const tell = (): void => options.onStatus(status())

  function keepSoon(delay = journalMs): void {
    journalTimer ??= setTimeout(() => void keep(), delay)
  }

  function saveSoon(delay = autosaveMs): void {
    clearTimeout(saveTimer)
    if (options.autosave() && !inConflict) saveTimer = setTimeout(() => void save(), delay)
  }

  async function keep(): Promise<void> {
    clearTimeout(journalTimer)
    journalTimer = undefined
    await keeping
    if (keptEdition === edition) return
    keeping = writeJournal().finally(() => (keeping = undefined))
    await keeping
  }

  async function writeJournal(): Promise<void> {
    const kept = edition
    try {
      if (isDirty()) await host.keepDraft(draft())
      else await host.dropDraft(path)
      keptEdition = kept
    } catch {
      // The status goes on saying that the edits are not kept; the next attempt follows.
      keepSoon(retryMs)
    }
    if (kept !== edition) keepSoon()
    tell()
  }

  function draft() {
    return {
      path,
      baseVersion: disk.version,
      source: writeShape(options.doc().toString(), shape),
      view: options.view(),
    }
  }

  async function save(): Promise<boolean> {
    clearTimeout(saveTimer)
    if (writing) await writing
    if (inConflict) return false
    if (!isDirty()) {
      savedOnce = true
      tell()
      return true
    }
    writing = write()
    tell()
    await writing
    tell()
    return !isDirty()
  }

  async function write(): Promise<boolean> {
    // The host is told of a post's texts in the order they were written in.
    await keeping
    const doc = options.doc()
    const written = edition
    try {
      const { version } = await host.savePost(path, writeShape(doc.toString(), shape), disk.version)
      disk = { version, doc }
      savedOnce = true
      trouble = undefined
      // Edits typed while the file was written still need the journal.
      if (written === edition) await dropDraft()
      else saveSoon()
      return true
    } catch (error) {
      if (codeOf(error) === 'post.changed-on-disk') options.onChangedOnDisk()
      else {
        trouble = sentenceOf(error)
        saveSoon(retryMs)
      }
      keepSoon(0)
      return false
    } finally {
      writing = undefined
    }
  }

  async function dropDraft(): Promise<void> {
    await keeping
    clearTimeout(journalTimer)
    journalTimer = undefined
    try {
      await host.dropDraft(path)
      keptEdition = edition
    } catch {
      // A draft equal to the file is dropped when it is found at the next start.
    }
  }

  return {
    path,
    shape,
    disk: () => disk,
    isDirty,
    status,
    save,
    keep,
    edited() {
      edition++
      keepSoon()
      saveSoon()
      tell()
    },
    rebase(next) {
      disk = next
      inConflict = false
      trouble = undefined
      if (isDirty()) saveSoon()
      edition++
      keepSoon()
      tell()
    },
    conflict() {
      inConflict = true
      clearTimeout(saveTimer)
      tell()
    },
    recovered() {
      edition++
      keptEdition = edition
      saveSoon()
      tell()
    },
    async dispose() {
      clearTimeout(saveTimer)
      await keep()
      // What was typed during the write.
      if (keptEdition !== edition) await keep()
      clearTimeout(journalTimer)
    },
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
