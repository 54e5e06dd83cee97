import { crc32 } from 'node:zlib'
import type { Draft, RepoPath, Version } from '../../core/contract/index.ts'
import { type TextEdit, applyEdits, minimalEdit } from '../../core/text/index.ts'

/** A whole text, or what changed since the record before. */
type Change = string | TextEdit | null

/**
 * One line of a journal of unsaved text. `dropped` says the text was saved or given up.
 *
 * A journal starts with a record of whole texts; those after it may hold only what changed.
 */
export interface JournalRecord {
  readonly session: string
  readonly folder: string
  readonly path: RepoPath
  /** Milliseconds since 1970, never the same twice in one session. */
  readonly keptAt: number
  readonly dropped?: true
  /** This version is about to be saved; what the journal holds grew from it or is it. */
  readonly saving?: Version
  /** In a record of whole texts: the versions that were about to be saved before. */
  readonly savings?: readonly Version[]
  readonly baseVersion?: Version
  readonly source?: Change
  readonly anchor?: number
  readonly head?: number
  readonly scrollTop?: number
  readonly history?: Change
}

/** A draft as it is kept: whole, with its folder and time. */
export interface KeptDraft {
  /** The run of the service that kept it. */
  readonly session: string
  readonly folder: string
  readonly keptAt: number
  readonly draft: Draft
  /** Versions that were about to be saved before this text was kept: it grew from them. Newest last. */
  readonly savings: readonly Version[]
  /** The version that was about to be saved after this text was kept: it grew from this text, or is it. */
  readonly savedAfter?: Version
}

const mostSavings = 8

/** A record that needs nothing before it. */
export function wholeRecord(kept: KeptDraft): JournalRecord {
  const { draft, savings } = kept
  return {
    ...plainFields(kept),
    savings,
    source: draft.source,
    history: draft.view?.history ?? null,
  }
}

/** A record of what changed since `before`, which the journal holds already. */
export function changeRecord(kept: KeptDraft, before: Draft): JournalRecord {
  const { draft } = kept
  const history = draft.view?.history
  return {
    ...plainFields(kept),
    source: change(before.source, draft.source),
    history: history === undefined ? null : change(before.view?.history ?? '', history),
  }
}

export function savingRecord(kept: KeptDraft, saving: Version, keptAt: number): JournalRecord {
  const { session, folder, draft } = kept
  return { session, folder, path: draft.path, keptAt, saving }
}

export function droppedRecord(
  session: string,
  folder: string,
  path: RepoPath,
  keptAt: number,
): JournalRecord {
  return { session, folder, path, keptAt, dropped: true }
}

/** For a text kept after `before`: all versions that were about to be saved until then. */
export function savingsBefore({ savings, savedAfter }: KeptDraft): readonly Version[] {
  return savedAfter === undefined ? savings : [...savings, savedAfter].slice(-mostSavings)
}

/** The draft after a record; `undefined` when it was dropped, or when the record builds on one that is missing. */
export function replay(before: KeptDraft | undefined, record: JournalRecord): KeptDraft | undefined {
  const { session, folder, path, keptAt, baseVersion } = record
  if (record.dropped) return undefined
  if (record.saving !== undefined) return before && { ...before, savedAfter: record.saving }
  const savings = record.savings ?? (before ? savingsBefore(before) : [])
  const source = changed(before?.draft.source, record.source ?? null)
  if (source === undefined) return undefined
  const history = changed(before?.draft.view?.history ?? '', record.history ?? null)
  const { anchor, head, scrollTop } = record
  const view =
    anchor === undefined || head === undefined
      ? undefined
      : { anchor, head, scrollTop: scrollTop ?? 0, ...(history === undefined ? {} : { history }) }
  return {
    session,
    folder,
    keptAt,
    savings,
    draft: {
      path,
      source,
      ...(baseVersion === undefined ? {} : { baseVersion }),
      ...(view === undefined ? {} : { view }),
    },
  }
}

/**
 * A record as bytes: `check length json`, one line. The check covers `salt` too, so that bytes left from an earlier
 * use of the same space are not taken for a record.
 */
export function encodeRecord(record: JournalRecord, salt = ''): Buffer {
  const json = Buffer.from(JSON.stringify(record))
  return Buffer.concat([Buffer.from(`${checkOf(json, salt)} ${json.length} `), json, Buffer.from('\n')])
}

/** The records that stand whole at the start of `bytes`; a torn one, and all after it, is left out. */
export function decodeRecords(
  bytes: Buffer,
  salt = '',
): { readonly records: readonly JournalRecord[]; readonly endBytes: number } {
  const records: JournalRecord[] = []
  let at = 0
  for (;;) {
    const header = /^([0-9a-f]{8}) (\d{1,9}) /.exec(bytes.toString('latin1', at, at + 20))
    if (!header) break
    const from = at + header[0].length
    const to = from + Number(header[2])
    const json = bytes.subarray(from, to)
    if (bytes[to] !== newline || checkOf(json, salt) !== header[1]) break
    records.push(JSON.parse(json.toString('utf8')) as JournalRecord)
    at = to + 1
  }
  return { records, endBytes: at }
}

const newline = 0x0a

function checkOf(json: Buffer, salt: string): string {
  return crc32(json, crc32(salt)).toString(16).padStart(8, '0')
}

function plainFields({ session, folder, keptAt, draft }: KeptDraft): JournalRecord {
  const { path, baseVersion, view } = draft
  return {
    session,
    folder,
    path,
    keptAt,
    ...(baseVersion === undefined ? {} : { baseVersion }),
    ...(view === undefined ? {} : { anchor: view.anchor, head: view.head, scrollTop: view.scrollTop }),
  }
}

function change(before: string, after: string): Change {
  return minimalEdit(before, after) ?? { from: 0, to: 0, insert: '' }
}

function changed(before: string | undefined, change: Change): string | undefined {
  if (change === null || typeof change === 'string') return change ?? undefined
  return before === undefined ? undefined : applyEdits(before, [change])
}
