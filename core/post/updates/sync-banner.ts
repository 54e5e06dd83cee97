import { type TextEdit, applyEdits, invertEdits, mapOffset } from '../../text/index.ts'
import { findUpdates } from './find-updates.ts'
import { insertBlock } from './insert-block.ts'
import { firstVisible } from './places.ts'
import type { BannerStyle } from './update-style.ts'
import type { Banner, FoundUpdates, Update } from './update.ts'
import { writeDate } from './written-date.ts'

/**
 * The edits of a post's updates together with what keeps its banner true: it names the latest day or all of them,
 * its link leads to the latest section, and it goes when no update is left.
 *
 * @param style how a banner is written where there is none yet; undefined where none is wanted
 */
export function withBanner(
  source: string,
  edits: readonly TextEdit[],
  style: BannerStyle | undefined,
  postDate: string | undefined,
): TextEdit[] {
  const after = applyEdits(source, edits)
  const found = findUpdates(after, options(postDate))
  const bannerEdits = found.banner
    ? changeBanner(after, found, found.banner, postDate, style)
    : style
      ? addBanner(after, found, style, postDate)
      : []
  const back = invertEdits(source, edits)
  const moved = bannerEdits.map(edit => ({
    from: mapOffset(edit.from, back, -1),
    to: mapOffset(edit.to, back, 1),
    insert: edit.insert,
  }))
  return [...moved, ...edits]
}

/** The updates a banner speaks of: those with a day, the earliest first. */
function dated(found: FoundUpdates): (Update & { readonly date: string })[] {
  return found.updates
    .filter(
      (update): update is Update & { readonly date: string } =>
        update.date?.length === 10 && update.form !== 'note',
    )
    .toSorted((a, b) => a.date.localeCompare(b.date))
}

function changeBanner(
  source: string,
  found: FoundUpdates,
  banner: Banner,
  postDate: string | undefined,
  style: BannerStyle | undefined,
): TextEdit[] {
  const updates = dated(found)
  const latest = updates.at(-1)
  if (!latest) return found.updates.length === 0 ? [removeParagraph(source, banner)] : []
  return [...dateEdits(source, banner, updates, postDate, style), ...anchorEdits(banner, latest)]
}

function dateEdits(
  source: string,
  banner: Banner,
  updates: readonly { readonly date: string }[],
  postDate: string | undefined,
  style: BannerStyle | undefined,
): TextEdit[] {
  const [first] = banner.written
  const last = banner.written.at(-1)
  if (!first || !last) return []
  const namesAll = banner.written.length > 1 || style?.names === 'all'
  const days = [...new Set(updates.map(update => update.date))]
  const isDescending = banner.dates.length > 1 && banner.dates[0]! > banner.dates.at(-1)!
  const named = namesAll ? (isDescending ? days.toReversed() : days) : days.slice(-1)
  const joiners = ownJoiners(source, banner) ?? style?.joiners ?? [', ', ', ']
  const insert = joined(
    named.map(day => writeDate(day, first.format, postDate)),
    joiners,
  )
  return insert === source.slice(first.from, last.to) ? [] : [{ from: first.from, to: last.to, insert }]
}

function ownJoiners(source: string, { written }: Banner): readonly [string, string] | undefined {
  if (written.length < 2) return undefined
  const between = written.slice(1).map((date, index) => source.slice(written[index]!.to, date.from))
  return [between[0]!, between.at(-1)!]
}

function joined(texts: readonly string[], [between, beforeLast]: readonly [string, string]): string {
  if (texts.length < 2) return texts.join('')
  return `${texts.slice(0, -1).join(between)}${beforeLast}${texts.at(-1)}`
}

function anchorEdits({ anchor }: Banner, latest: Update): TextEdit[] {
  if (!anchor || latest.id === null || anchor.id === latest.id) return []
  return [{ ...anchor.span, insert: latest.id }]
}

function addBanner(
  source: string,
  found: FoundUpdates,
  style: BannerStyle,
  postDate: string | undefined,
): TextEdit[] {
  const updates = dated(found)
  const latest = updates.at(-1)
  if (!latest) return []
  const days = [...new Set(updates.map(update => update.date))]
  const named = (style.names === 'all' ? days : days.slice(-1)).map(day =>
    writeDate(day, style.date, postDate),
  )
  const text = style.template
    .replace('{dates}', () => joined(named, style.joiners))
    .replace('{anchor}', () => latest.id ?? '')
  const { from, to, insert, leading } = insertBlock(source, firstVisible(source), text)
  // Set-up lines and comments print nothing, so no blank line is needed below them.
  const isLineStart = from === 0 || source[from - 1] === '\n'
  return [{ from, to, insert: isLineStart ? insert.slice(leading) : insert }]
}

/** A paragraph with the blank line that follows it. */
function removeParagraph(source: string, { span }: Banner): TextEdit {
  const following = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(source.slice(span.to))?.[0] ?? ''
  return { from: span.from, to: span.to + following.length, insert: '' }
}

function options(postDate: string | undefined): { postDate?: string } {
  return postDate === undefined ? {} : { postDate }
}
