import { LecternError } from '../../errors.ts'
import { type EditResult, type TextEdit, mapOffset } from '../../text/index.ts'
import { type HouseStyle, isRefusal, learnHouse, recogniseEmbed, writeEmbed } from '../embeds/index.ts'
import { findUpdates } from './find-updates.ts'
import { insertBlock } from './insert-block.ts'
import { setLastModified } from './last-modified.ts'
import { definitionsAtEnd, firstVisible } from './places.ts'
import { orderOfDays, placeAmong } from './section-order.ts'
import { withBanner } from './sync-banner.ts'
import { type BannerStyle, type UpdateStyle, learnUpdateStyle, yearBase } from './update-style.ts'
import { gathersUpdates, newEntry, updateEntries } from './update-list.ts'
import { writeDate } from './written-date.ts'

export interface UpdateRequest {
  /** The day, ISO. */
  readonly date: string
  /** Said in the heading after the date. */
  readonly title?: string
  /** Markdown of the section. */
  readonly text?: string
  /** An address or embed code; written in the house markup. */
  readonly video?: string
  /** An address, put below the text as a link. */
  readonly link?: string
  /** The author's other posts, newest first: they teach how updates and embeds are written. */
  readonly posts?: readonly string[]
  /** How embeds are written; learned from the posts where it is not given. */
  readonly house?: HouseStyle
  /** The day in the file's name, ISO, for posts without `date` in the front matter. */
  readonly postDate?: string
  /** Of the post or the site, such as `fr`. */
  readonly language?: string
  /** `false` leaves the banner out where there is none; `linked` makes it a link to the section. */
  readonly banner?: boolean | 'linked'
}

/**
 * Adds a dated update where this author puts them and as they write them, and keeps the banner and the day of the last
 * change true. The selection is where its text goes.
 *
 * @throws LecternError 'post.bad-date'
 * @throws LecternError 'update.not-an-embed' for a video that is neither an address nor an embed code
 */
export function addUpdate(source: string, request: UpdateRequest): EditResult {
  if (!/^\d{4}-\d\d-\d\d$/.test(request.date) || Number.isNaN(Date.parse(request.date)))
    throw new LecternError('post.bad-date', [request.date])
  const posts = request.posts ?? []
  const style = learnUpdateStyle(source, posts, request.language)
  const postDate = yearBase(source, request.postDate)
  const section = entryInList(source, request, postDate) ?? newSection(source, style, request, postDate)
  const { caret, ...body } = section
  const edits = [
    ...setLastModified(source, request.date, posts),
    ...withBanner(source, [body], bannerWanted(style, request, source), postDate),
  ]
  const others = edits.filter(edit => edit.from !== body.from || edit.insert !== body.insert)
  const start = mapOffset(body.from, others) + caret
  return { edits, selection: { from: start, to: start } }
}

/** What goes in, and the offset in it where the writer goes on. */
interface NewUpdate extends TextEdit {
  readonly caret: number
}

function newSection(
  source: string,
  style: UpdateStyle,
  request: UpdateRequest,
  postDate: string | undefined,
): NewUpdate {
  const marker = writeMarker(source, style, request, postDate)
  const { blocks, caret } = sectionBlocks(marker, style, request)
  const { from, to, insert, leading } = insertBlock(
    source,
    placeFor(source, style, request.date, postDate),
    blocks,
  )
  return { from, to, insert, caret: leading + caret }
}

/** A post that gathers its updates under one heading gets an entry there. */
function entryInList(
  source: string,
  request: UpdateRequest,
  postDate: string | undefined,
): NewUpdate | undefined {
  const { updates } = findUpdates(source, postDate === undefined ? {} : { postDate })
  const list = updates.find(gathersUpdates)
  const entries = list ? updateEntries(source, list, postDate) : []
  if (entries.length === 0) return undefined
  const words = [request.title?.trim(), request.text?.trim()].filter(Boolean).join(': ')
  const below = [linkMarkup(request), videoMarkup(request)].filter(block => block !== undefined)
  const { at, insert } = newEntry(source, entries, request.date, [words, ...below].join('\n\n'), postDate)
  return { from: at, to: at, insert, caret: insert.trimEnd().length }
}

function writeMarker(
  source: string,
  style: UpdateStyle,
  { date, title }: UpdateRequest,
  postDate: string | undefined,
): string {
  const highest = Math.max(1, ...findUpdates(source).updates.map(update => update.number ?? 1))
  const marker = style.marker
    .replace('{date}', () => writeDate(date, style.date, postDate))
    .replace('{n}', String(highest + 1))
  if (title === undefined || title.trim() === '') return marker
  return style.form === 'heading'
    ? `${marker}${style.titleSeparator}${title.trim()}`
    : `${marker} ${title.trim()}`
}

/** The section's Markdown, and the offset in it where the writer goes on. */
function sectionBlocks(
  marker: string,
  style: UpdateStyle,
  request: UpdateRequest,
): { blocks: string; caret: number } {
  const text = request.text?.trim() ?? ''
  const below = [linkMarkup(request), videoMarkup(request)].filter(block => block !== undefined)
  if (style.form === 'paragraph') {
    const first = text === '' ? marker : `${marker} ${text}`
    const quoted = (words: string): string => style.quote + words.replaceAll('\n', `\n${style.quote}`)
    const blocks = [quoted(first + style.closing), ...below]
    return { blocks: blocks.join('\n\n'), caret: quoted(first).length }
  }
  // Without anything to say yet, an empty line stands where the writer goes on.
  const said = text === '' && below.length > 0 ? [] : [text]
  return { blocks: [marker, ...said, ...below].join('\n\n'), caret: marker.length + 2 + text.length }
}

function videoMarkup({ video, house, posts }: UpdateRequest): string | undefined {
  if (video === undefined || video.trim() === '') return undefined
  const embed = recogniseEmbed(video)
  if (isRefusal(embed)) throw new LecternError('update.not-an-embed', [video])
  return writeEmbed(embed, 'house', house ?? learnHouse(posts ?? []))
}

function linkMarkup({ link }: UpdateRequest): string | undefined {
  if (link === undefined || link.trim() === '') return undefined
  return `<${link.trim()}>`
}

/** Among the post's other updates, else where the author's updates stand, else above the definitions that end it. */
function placeFor(source: string, style: UpdateStyle, date: string, postDate: string | undefined): number {
  const { updates } = findUpdates(source, postDate === undefined ? {} : { postDate })
  const sections = updates.filter(update => update.form === style.form)
  const order = orderOfDays(sections) ?? style.order
  return (
    placeAmong(source, sections, order, date) ??
    (style.place === 'top' ? firstVisible(source) : definitionsAtEnd(source))
  )
}

function bannerWanted(
  style: UpdateStyle,
  { banner }: UpdateRequest,
  source: string,
): BannerStyle | undefined {
  if (banner === false) return undefined
  if (banner !== 'linked')
    return style.banner ?? (banner === true ? learnUpdateStyle(source, []).banner : undefined)
  const model = style.banner ?? learnUpdateStyle('', []).banner
  return model && { ...model, template: linked(model.template) }
}

/** `(see below)` becomes `([see below](#{anchor}))`; a banner without such words links its dates. */
function linked(template: string): string {
  if (template.includes('{anchor}')) return template
  return /\([^()]+\)/.test(template)
    ? template.replace(/\(([^()]+)\)/, '([$1](#{anchor}))')
    : template.replace('{dates}', '[{dates}](#{anchor})')
}
