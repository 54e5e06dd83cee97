import { hash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Draft,
  DraftChange,
  DraftsApi,
  KeptView,
  RecoveredDraft,
  RepoPath,
  Version,
  ViewState,
} from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { changedText } from '../../core/text/index.ts'
import { isDiskFull, isMissing, systemCode } from './disk-errors.ts'
import { type DraftJournal, createDraftJournal } from './draft-journal.ts'
import type { DraftReserve } from './draft-reserve.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { type KeptDraft, decodeRecords, replay, savingsBefore } from './journal-record.ts'
import { createQueue } from './one-at-a-time.ts'
import { createViewStore } from './view-store.ts'

/** The journal of unsaved edits of one open folder. */
export interface Drafts extends DraftsApi {
  /** A post was renamed: its unsaved text goes with it. */
  readonly renamed: (from: RepoPath, to: RepoPath) => Promise<void>
  /**
   * `source` is about to be saved. Should the service die between the save and the next word of the page, unsaved text
   * that grew from it is then not taken for a conflict with it.
   */
  readonly saving: (path: RepoPath, source: string) => Promise<void>
}

export interface DraftsOptions {
  readonly dataDir: string
  /** Absolute path of the open folder. */
  readonly folder: string
  readonly disk: FileSystem
  readonly reserve: DraftReserve
  /** Different for each run of the service. Lower-case letters and digits. */
  readonly session: string
  readonly now?: () => number
  /** What stands on disk under a path, so that text that was saved after all is not recovered. */
  readonly savedVersion: (path: RepoPath) => Promise<Version | undefined>
  /** The text that stands there; undefined where none does. */
  readonly savedText: (path: RepoPath) => Promise<string | undefined>
  /** The version that the last save of a post put there, whatever stands there by now. */
  readonly lastSaved: (path: RepoPath) => Promise<Version | undefined>
  readonly versionOfText: (source: string) => Version
  /** The first text typed on a version: its text is kept too, so that a later merge has all three. */
  readonly onFirstEdit: (path: RepoPath, baseVersion: Version) => Promise<void>
  /** Text of another session that a newer draft of the same post stands over; must not be lost with it. */
  readonly keepAside: (path: RepoPath, source: string) => Promise<void>
}

/**
 * Unsaved text lies in `dataDir/drafts/FOLDER/POST-SESSION.journal`. On a full disk it goes into the reserve.
 *
 * A session writes only its own journals; those of sessions that ended are read, and removed once their text is saved.
 */
export function createDrafts(options: DraftsOptions): Drafts {
  const { disk, folder, reserve, session } = options
  const home = join(options.dataDir, 'drafts', folderKey(folder))
  const views = createViewStore({ disk, home: join(options.dataDir, 'views', folderKey(folder)) })
  const queue = createQueue()
  const journals = new Map<RepoPath, DraftJournal>()
  const newest = new Map<RepoPath, KeptDraft>()
  /** Posts whose newest text lies in the reserve. */
  const reserved = new Set<RepoPath>()
  /** Journals of other sessions as they were read, by path. */
  const others = new Map<RepoPath, OtherJournal[]>()
  /** The newest text of earlier sessions, by path, as last recovered. */
  const elsewhere = new Map<RepoPath, KeptDraft>()
  /** Texts of other sessions that a newer draft stands over, not yet among the versions. */
  const toPutAside = new Map<RepoPath, readonly string[]>()
  /** Old names of renamed posts, until the page has given them up: what it keeps under one is text of the new one. */
  const movedTo = new Map<RepoPath, RepoPath>()
  let lastKeptAt = 0

  function nextTime(): number {
    lastKeptAt = Math.max(lastKeptAt + 1, (options.now ?? Date.now)())
    return lastKeptAt
  }

  function journalOf(path: RepoPath): DraftJournal {
    const name = `${hash('sha256', path, 'hex').slice(0, 24)}-${session}.journal`
    const journal = journals.get(path) ?? createDraftJournal(disk, join(home, name))
    journals.set(path, journal)
    return journal
  }

  /** The page hears of a rename after it is done, and its writer types on meanwhile. */
  async function underItsName<T>(path: RepoPath, keep: (path: RepoPath) => Promise<T>): Promise<T> {
    const to = movedTo.get(path)
    const isMoved = to !== undefined && (await options.savedVersion(path)) === undefined
    const name = isMoved ? to : path
    return queue(name, () => keep(name))
  }

  async function keepDraft(draft: Draft, before = newest.get(draft.path)): Promise<void> {
    const savings = before ? savingsBefore(before) : []
    const kept = { session, folder, keptAt: nextTime(), draft, savings }
    try {
      await journalOf(draft.path).keep(kept)
      reserved.delete(draft.path)
    } catch (error) {
      await keepInReserve(kept, error)
      reserved.add(draft.path)
    }
    const { baseVersion } = draft
    const isFirst = newest.get(draft.path)?.draft.baseVersion !== baseVersion
    newest.set(draft.path, kept)
    if (isFirst && baseVersion !== undefined) await options.onFirstEdit(draft.path, baseVersion)
  }

  async function keepChange({ change, ...draft }: DraftChange): Promise<boolean> {
    const before = newest.get(draft.path)?.draft.source ?? (await options.savedText(draft.path))
    const source = changedText(before, change)
    if (source === undefined) return false
    await keepDraft({ ...draft, source })
    return true
  }

  async function keepInReserve(kept: KeptDraft, why: unknown): Promise<void> {
    const { path } = kept.draft
    try {
      if (await reserve.keep(kept)) return
      if (await reserve.keep(withoutHistory(kept))) return
      if (await reserve.giveUp()) return await journalOf(path).keep(kept)
    } catch (error) {
      if (isDiskFull(error) && (await triedWithFreedSpace(kept))) return
      throw notKept(path, error)
    }
    throw notKept(path, why)
  }

  /** Disks that write even set-aside space elsewhere (btrfs, ZFS) have room once it is given back. */
  async function triedWithFreedSpace(kept: KeptDraft): Promise<boolean> {
    try {
      if (!(await reserve.giveUp())) return false
      await journalOf(kept.draft.path).keep(kept)
      return true
    } catch {
      return false
    }
  }

  /**
   * The oldest text goes first and the newest last: a kill in between leaves the newest, which is known to be saved,
   * and never an older one that would come back in its place.
   */
  async function dropDraft(path: RepoPath): Promise<void> {
    if (!(await dropOthers(path))) return
    newest.delete(path)
    const inReserve = reserved.delete(path)
    if (!inReserve) await reserve.drop(folder, path, nextTime())
    await journalOf(path).remove()
    if (inReserve) await reserve.drop(folder, path, nextTime())
    journals.delete(path)
  }

  /** False when a text of another session had to stay, as it could not be put aside. */
  async function dropOthers(path: RepoPath): Promise<boolean> {
    if (!(await putAside(path))) return false
    const oldestFirst = (others.get(path) ?? []).toSorted((a, b) => newestFirst(b.kept, a.kept))
    for (const other of oldestFirst) {
      await removeUnchanged(disk, other)
      await disk.syncFolder(home).catch(ifThere)
    }
    others.delete(path)
    elsewhere.delete(path)
    return true
  }

  async function recoverDrafts(): Promise<RecoveredDraft[]> {
    const found = new Map<RepoPath, KeptDraft[]>()
    const add = (kept: KeptDraft): void =>
      void found.set(kept.draft.path, [...(found.get(kept.draft.path) ?? []), kept])
    for (const kept of newest.values()) add(kept)
    others.clear()
    toPutAside.clear()
    elsewhere.clear()
    for (const other of await readOthers(home, session)) {
      const { path } = other.kept.draft
      others.set(path, [...(others.get(path) ?? []), other])
      add(other.kept)
    }
    const reserved = await reserve.read()
    for (const kept of reserved.kept) if (kept.folder === folder) add(kept)
    const recovered: RecoveredDraft[] = []
    for (const [path, candidates] of found) {
      const draft = await unsavedOf(path, candidates)
      const [first] = candidates.toSorted(newestFirst)
      if (draft && first && !newest.has(path)) elsewhere.set(path, first)
      if (draft) recovered.push(draft)
    }
    return recovered.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt))
  }

  async function unsavedOf(
    path: RepoPath,
    candidates: readonly KeptDraft[],
  ): Promise<RecoveredDraft | undefined> {
    const [first, ...older] = candidates.toSorted(newestFirst)
    if (!first) return undefined
    const saved = await options.savedVersion(path)
    const texts = older
      .filter(({ session: other }) => other !== first.session)
      .map(({ draft }) => draft.source)
      .filter(source => source !== first.draft.source && options.versionOfText(source) !== saved)
    if (texts.length > 0) toPutAside.set(path, texts)
    await putAside(path)
    const isSaved = options.versionOfText(first.draft.source) === saved
    const lastSaved = saved === undefined ? undefined : await options.lastSaved(path)
    // Another program may have changed what was saved; then only the versions tell that it was.
    const wasReplaced = saved !== first.draft.baseVersion && first.savedAfter === lastSaved
    if (isSaved || (first.savedAfter !== undefined && (first.savedAfter === saved || wasReplaced))) {
      // The save went through, with this text or one that grew from it; only the word of it was lost.
      if (isSaved && first.draft.view) await views.keep(path, saved, first.draft.view).catch(notNeeded)
      await queue(path, async () => {
        // Newer text may have been kept since the look.
        if ((newest.get(path)?.keptAt ?? 0) <= first.keptAt) await dropDraft(path)
      })
      return undefined
    }
    const keptAt = new Date(first.keptAt).toISOString()
    const grewFrom = [saved, lastSaved].find(version => version && first.savings.includes(version))
    return { ...first.draft, ...(grewFrom ? { baseVersion: grewFrom } : {}), keptAt }
  }

  /** False when the texts that newer ones stand over could not be put aside; they must then stay where they are. */
  async function putAside(path: RepoPath): Promise<boolean> {
    try {
      for (const source of toPutAside.get(path) ?? []) await options.keepAside(path, source)
      toPutAside.delete(path)
      return true
    } catch {
      // A full disk must not keep the newest text from coming back. What is left is tried again later.
      return false
    }
  }

  async function saving(path: RepoPath, source: string): Promise<void> {
    // Text of an earlier session is noted too; it would come back in place of what is saved now.
    const found = elsewhere.get(path)
    if (found && !newest.has(path)) await keepDraft(found.draft, found)
    const kept = newest.get(path)
    if (!kept) return
    const version = options.versionOfText(source)
    newest.set(path, { ...kept, savedAfter: version })
    await journalOf(path).noteSaving(kept, version, nextTime())
  }

  async function renamed(from: RepoPath, to: RepoPath): Promise<void> {
    const kept = newest.get(from) ?? elsewhere.get(from)
    if (kept) {
      const there = newest.has(from) ? undefined : elsewhere.get(to)
      // The rename was cut short after its text had followed, and the writer typed on under the new name.
      if (there && there.keptAt > kept.keptAt) await options.keepAside(to, kept.draft.source)
      else await keepDraft({ ...kept.draft, path: to }, kept)
      await dropDraft(from)
    }
    await views.renamed(from, to)
  }

  return {
    keepDraft: draft => underItsName(draft.path, path => keepDraft({ ...draft, path })),
    keepChange: draft => underItsName(draft.path, path => keepChange({ ...draft, path })),
    dropDraft: path => {
      movedTo.delete(path)
      return queue(path, () => dropDraft(path))
    },
    recoverDrafts,
    saving: (path, source) => queue(path, () => saving(path, source)),
    renamed: async (from, to) => {
      // A rename that the last session did not finish: its unsaved text is only on the disk.
      if (!newest.has(from) && !elsewhere.has(from)) await recoverDrafts()
      movedTo.delete(to)
      movedTo.set(from, to)
      await queue([from, to], () => renamed(from, to))
    },
    keepView: (path: RepoPath, version: Version, view: ViewState) => views.keep(path, version, view),
    recallView: (path: RepoPath): Promise<KeptView | undefined> => views.recall(path),
  }
}

function newestFirst(a: KeptDraft, b: KeptDraft): number {
  return b.keptAt - a.keptAt
}

/** The cursor's place in a saved text is no reason to hold back anything else. */
function notNeeded(): void {}

function ifThere(error: unknown): void {
  if (!isMissing(error)) throw error
}

interface OtherJournal {
  readonly file: string
  readonly sizeBytes: number
  readonly kept: KeptDraft
}

/** The journals that other sessions left, each with the text it ends with. */
async function readOthers(home: string, session: string): Promise<OtherJournal[]> {
  const names = await readdir(home).catch(error => {
    if (isMissing(error)) return []
    throw error
  })
  const found: OtherJournal[] = []
  for (const name of names) {
    if (!name.endsWith('.journal') || name.endsWith(`-${session}.journal`)) continue
    const file = join(home, name)
    const bytes = await readFile(file).catch(error => {
      if (isMissing(error)) return undefined
      throw error
    })
    let kept: KeptDraft | undefined
    for (const record of bytes ? decodeRecords(bytes).records : []) kept = replay(kept, record)
    if (bytes && kept) found.push({ file, sizeBytes: bytes.length, kept })
  }
  return found
}

/** Removes a journal of another session, unless that session lives on and wrote more since it was read. */
async function removeUnchanged(disk: FileSystem, { file, sizeBytes }: OtherJournal): Promise<void> {
  try {
    if ((await stat(file)).size === sizeBytes) await disk.unlink(file)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

function withoutHistory(kept: KeptDraft): KeptDraft {
  const { view, ...draft } = kept.draft
  if (!view) return kept
  const { anchor, head, scrollTop } = view
  return { ...kept, draft: { ...draft, view: { anchor, head, scrollTop } } }
}

function notKept(path: RepoPath, error: unknown): LecternError {
  if (isDiskFull(error)) return new LecternError('draft.disk-full', [path], { cause: error })
  return new LecternError('draft.not-kept', [path, systemCode(error) ?? 'unknown'], { cause: error })
}
