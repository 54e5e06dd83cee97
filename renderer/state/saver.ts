import type { Text } from '@codemirror/state'
import type { HostApi, RepoPath, Version, ViewState } from '../../core/contract/index.ts'
import type { SaveStatus } from './document.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import { type FileShape, writeShape } from './file-shape.ts'
import { sentenceOf } from './notices.ts'

/** A post as it was last read from or written to the disk. */
export interface DiskText {
  readonly version: Version
  readonly doc: Text
}

/** The editor that shows a text, and who is told of it there. */
export interface SaverHome {
  /** The text now in the editor. */
  readonly doc: () => Text
  readonly view: () => ViewState
  readonly onStatus: (status: SaveStatus) => void
  /** The host refused to write over a file that another program changed. */
  readonly onChangedOnDisk: () => void
}

export interface SaverOptions extends SaverHome {
  readonly host: Pick<HostApi, 'savePost' | 'keepDraft' | 'keepChange' | 'dropDraft'>
  readonly path: RepoPath
  readonly shape: FileShape
  readonly disk: DiskText
  readonly autosave: () => boolean
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
  /** Writes the journal until it has what was typed meanwhile too; gives up where the journal refuses. */
  settle(): Promise<void>
  /** No save is under way. */
  idle(): Promise<void>
  /** What the disk holds was learned or chosen anew; the editor's text is compared with it from now on. */
  rebase(disk: DiskText): void
  /** Stops writing to disk until {@link rebase}: both sides changed, or the file is gone, and the writer has to choose. */
  conflict(isGone?: boolean): void
  /** The text in the editor is in the journal already: it was recovered from there. */
  recovered(): void
  status(): SaveStatus
  /** The editor is about to show another post: this text stays as it is now, and what waits is done with it. */
  park(): void
  /** The editor shows this text again; another one does where it is given. */
  resume(home?: SaverHome): void
  /** Nothing is written any more; resolves when nothing is under way. */
  end(): Promise<void>
}

/** The journal must hold what was typed more than a second ago; half of it is left for the write. */
const journalMs = 400
const autosaveMs = 1_500
const retryMs = 3_000

export function createSaver(options: SaverOptions): Saver {
  const { host, path, shape } = options
  let home: SaverHome = options
  let disk = options.disk
  let edition = 0
  let keptEdition = 0
  let writing: Promise<boolean> | undefined
  let keeping: Promise<void> | undefined
  let savedOnce = false
  let inConflict = false
  let isGone = false
  let saveTrouble: string | undefined
  let journalTrouble: string | undefined
  let journalTimer: ReturnType<typeof setTimeout> | undefined
  let saveTimer: ReturnType<typeof setTimeout> | undefined
  let parked: { readonly doc: Text; readonly view: ViewState } | undefined
  let ended = false
  const journal = createDraftKeeper(host, path, shape, disk.doc)

  const textNow = (): Text => parked?.doc ?? home.doc()
  const isDirty = (): boolean => isGone || !textNow().eq(disk.doc)

  function status(): SaveStatus {
    if (inConflict) return { type: 'conflict', isGone }
    if (writing) return { type: 'saving' }
    if (!isDirty()) return { type: savedOnce ? 'saved' : 'clean' }
    const trouble = journalTrouble ?? saveTrouble
    if (trouble) return { type: 'not-saved', reason: trouble }
    return { type: 'dirty', kept: keptEdition === edition }
  }

  const tell = (): void => home.onStatus(status())

  function keepSoon(delay = journalMs): void {
    if (!ended) journalTimer ??= setTimeout(() => void keep(), delay)
  }

  function saveSoon(delay = autosaveMs): void {
    clearTimeout(saveTimer)
    if (!ended && !inConflict && options.autosave()) saveTimer = setTimeout(() => void save(), delay)
  }

  async function keep(): Promise<void> {
    clearTimeout(journalTimer)
    journalTimer = undefined
    // Several may have waited for the same write; each answer comes before the next call.
    for (let busy = keeping; busy; busy = keeping) await busy
    if (ended || keptEdition === edition) return
    keeping = writeJournal().finally(() => (keeping = undefined))
    await keeping
  }

  async function writeJournal(): Promise<void> {
    const kept = edition
    const isUnsaved = isDirty()
    try {
      if (isUnsaved)
        await journal.keep(textNow(), { baseVersion: disk.version, view: parked?.view ?? home.view() })
      else await journal.drop(disk.doc)
      keptEdition = kept
      journalTrouble = undefined
    } catch (error) {
      // A draft equal to the file does no harm; it is dropped later, or when it is found at the next start.
      journalTrouble = isUnsaved ? sentenceOf(error) : undefined
      keepSoon(retryMs)
    }
    if (kept !== edition) keepSoon()
    tell()
  }

  async function save(): Promise<boolean> {
    clearTimeout(saveTimer)
    for (let busy = writing; busy; busy = writing) await busy
    if (inConflict || ended) return false
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
    for (let busy = keeping; busy; busy = keeping) await busy
    const before = disk
    const doc = textNow()
    const written = edition
    try {
      const { version } = await host.savePost(path, writeShape(doc.toString(), shape), before.version)
      // Something newer than this may have been learned of the disk meanwhile.
      if (disk === before) disk = { version, doc }
      savedOnce = true
      saveTrouble = undefined
      const typedOn = written !== edition
      // What the journal has to hold depends on the disk, so whatever it was asked to hold before counts no more.
      edition++
      if (!typedOn) await keep()
      else {
        keepSoon()
        saveSoon()
      }
      return true
    } catch (error) {
      saveFailed(error)
      return false
    } finally {
      writing = undefined
    }
  }

  function saveFailed(error: unknown): void {
    if (ended) return
    const isOthers = ['post.changed-on-disk', 'post.not-found'].includes(codeOf(error) ?? '')
    if (isOthers) home.onChangedOnDisk()
    else saveTrouble = sentenceOf(error)
    // What another program did to a post put aside is looked at when the writer comes back to it.
    if (!isOthers || !parked) saveSoon(retryMs)
    keepSoon(0)
  }

  return {
    path,
    shape,
    disk: () => disk,
    isDirty,
    status,
    save,
    keep,
    async settle() {
      await keep()
      // What was typed during the write.
      await keep()
    },
    async idle() {
      for (let busy = writing; busy; busy = writing) await busy
    },
    edited() {
      edition++
      keepSoon()
      saveSoon()
      tell()
    },
    rebase(next) {
      disk = next
      inConflict = false
      isGone = false
      saveTrouble = undefined
      if (isDirty()) saveSoon()
      edition++
      keepSoon()
      tell()
    },
    conflict(gone = false) {
      inConflict = true
      clearTimeout(saveTimer)
      // The text of a file that is gone is nowhere else.
      if (gone !== isGone) edition++
      isGone = gone
      keepSoon()
      tell()
    },
    recovered() {
      edition++
      keptEdition = edition
      saveSoon()
      tell()
    },
    park() {
      parked = { doc: home.doc(), view: home.view() }
    },
    resume(next = home) {
      home = next
      parked = undefined
      if (isDirty()) saveSoon()
    },
    async end() {
      ended = true
      clearTimeout(saveTimer)
      clearTimeout(journalTimer)
      for (let busy = writing; busy; busy = writing) await busy
      for (let busy = keeping; busy; busy = keeping) await busy
    },
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
