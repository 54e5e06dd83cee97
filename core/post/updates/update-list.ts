/** One section for all updates, with an entry for each day: `## Updates` and below it `- 2014-05-14: words`. */
import { type Span, lineEnding } from '../../text/index.ts'
import type { Update } from './update.ts'
import { type DateFormat, findDate, writeDate } from './written-date.ts'

/** An entry of such a section. */
export interface UpdateEntry {
  readonly date: string
  readonly format: DateFormat
  /** Before and after the date: `- **` and `:**`. */
  readonly before: string
  readonly after: string
  /** Its lines, without the last line ending. */
  readonly span: Span
}

const entryStart = /^([ \t]*(?:[*+-]|\d+[.)])[ \t]+[*_([]{0,3}|[ \t]*[*_]{1,3}[([]?)/
const entryEnd = /^[*_)\]]*[ \t]*(?:[:：]|[—–-](?=\s))?[*_)\]]*/

/** The dated entries of a section that gathers updates; empty where it holds none. */
export function updateEntries(source: string, section: Update, postDate: string | undefined): UpdateEntry[] {
  const entries: UpdateEntry[] = []
  const body = source.slice(section.marker.to, section.span.to)
  let offset = section.marker.to
  for (const line of body.split('\n')) {
    const text = line.replace(/\r$/, '')
    const before = entryStart.exec(text)?.[0]
    const found =
      before === undefined ? undefined : findDate(text.slice(before.length, before.length + 30), postDate)
    if (before !== undefined && found?.from === 0) {
      const rest = text.slice(before.length + found.to)
      const after = entryEnd.exec(rest)?.[0] ?? ''
      entries.push({
        date: found.date,
        format: found.format,
        before,
        after,
        span: { from: offset, to: offset + text.length },
      })
    } else if (entries.length > 0 && /^[ \t]+\S/.test(text)) {
      const last = entries.at(-1)!
      entries[entries.length - 1] = { ...last, span: { from: last.span.from, to: offset + text.length } }
    }
    offset += line.length + 1
  }
  return entries
}

/** Whether a heading gathers updates: `## Updates`, with nothing after it. */
export function gathersUpdates(update: Update): boolean {
  return (
    update.form === 'heading' &&
    update.written === undefined &&
    /^(?:updates|edits|mises à jour|aktualisierungen|nachträge|actualizaciones|atualizações|aggiornamenti)$/i.test(
      update.heading,
    )
  )
}

/** A new entry as the others are, and where it goes: above or below them, as their days are ordered. */
export function newEntry(
  source: string,
  entries: readonly UpdateEntry[],
  date: string,
  words: string,
  postDate: string | undefined,
): { readonly at: number; readonly insert: string } {
  const [first] = entries
  const last = entries.at(-1)!
  const newline = lineEnding(source)
  const isNewestFirst = first !== undefined && first.date > last.date
  const model = isNewestFirst ? first : last
  const marker = `${model.before}${writeDate(date, model.format, postDate)}${model.after}`
  const indent = ' '.repeat(/^[ \t]*(?:[*+-]|\d+[.)])?[ \t]*/.exec(model.before)![0].length)
  const entry = `${marker} ${words}`
    .trimEnd()
    .replaceAll('\n', `${newline}${indent}`)
    .replaceAll(/^[ \t]+$/gm, '')
  return isNewestFirst
    ? { at: first.span.from, insert: entry + newline }
    : { at: last.span.to, insert: newline + entry }
}
