/** How an author writes updates, learned from the post itself and then from their other posts. */
import { findUpdates } from './find-updates.ts'
import { languageOfMarker, wordsOf } from './languages.ts'
import { firstVisible } from './places.ts'
import { readPostDate } from './post-date.ts'
import { gathersUpdates } from './update-list.ts'
import type { Banner, FoundUpdates, Update } from './update.ts'
import { type DateFormat, defaultFormat } from './written-date.ts'

export interface UpdateStyle {
  readonly form: 'heading' | 'paragraph'
  /** `{date}` and `{n}` stand for the date and the number: `### Update — {date}`, `**UPDATE ({date}):**`. */
  readonly marker: string
  /** Between the marker of a heading and a title. */
  readonly titleSeparator: string
  /** What closes emphasis that the marker leaves open: `*` for `*Update: words*`. */
  readonly closing: string
  /** `> ` where the author quotes them. */
  readonly quote: string
  readonly date: DateFormat
  readonly order: 'newest-last' | 'newest-first'
  readonly place: 'end' | 'top'
  /** Undefined where the author's updates do without. */
  readonly banner: BannerStyle | undefined
}

export interface BannerStyle {
  /** `{dates}` and `{anchor}` are filled in: `***Updated: {dates} (see below)***`. */
  readonly template: string
  readonly date: DateFormat
  readonly names: 'latest' | 'all'
  /** Between dates, and before the last. */
  readonly joiners: readonly [string, string]
}

interface Lesson {
  readonly source: string
  readonly found: FoundUpdates
  readonly update: Update
}

/**
 * The way of the post itself where it has an update or a banner, else of the author's newest post that has one, else
 * Lectern's own: a heading of the third level, a dash and the day, below the text.
 *
 * @param posts the author's other posts, newest first
 * @param language of the post; what the posts teach wins
 */
export function learnUpdateStyle(source: string, posts: readonly string[], language?: string): UpdateStyle {
  const own = lessons(source)
  const others = posts.flatMap(lessons)
  const lesson = best(own) ?? best(others)
  const banner = learnBanner(source, posts, language, [...own, ...others])
  if (!lesson) return { ...defaultStyle(language), banner }
  return {
    ...markerStyle(lesson, language),
    order: orderOf([...own, ...others]),
    place: placeOf(lesson),
    banner: placeOf(lesson) === 'top' && !findUpdates(source).banner ? undefined : banner,
  }
}

/** What an author's banners look like; Lectern's own where nothing teaches, undefined where updates do without. */
function learnBanner(
  source: string,
  posts: readonly string[],
  language: string | undefined,
  all: readonly Lesson[],
): BannerStyle | undefined {
  const banners = posts
    .map(post => ({ post, banner: findUpdates(post).banner }))
    .filter(({ banner }) => banner?.dates.length)
  const ownBanner = findUpdates(source).banner
  const namesAll = [ownBanner, ...banners.map(({ banner }) => banner)].some(
    banner => (banner?.dates.length ?? 0) > 1,
  )
  const joiners = [ownBanner, ...banners.map(({ banner }) => banner)].flatMap(banner =>
    banner ? (joinersOf(banner) ?? []) : [],
  )
  const shared = { names: namesAll ? 'all' : 'latest', joiners: joiners[0] ?? [', ', ', '] } as const
  const [model] = banners
  if (model?.banner) return { ...bannerTemplate(model.banner), ...shared }
  if (!ownBanner && all.some(({ update }) => teachesSections(update))) return undefined
  const words = wordsOf(language)
  const template = `***${words.updated} {dates} (${words.seeBelow})***`
  return { template, date: defaultFormat(words.language), ...shared }
}

function bannerTemplate(banner: Banner): Pick<BannerStyle, 'template' | 'date'> {
  const [first, last] = [banner.written[0]!, banner.written.at(-1)!]
  const cut = (from: number, to: number): string =>
    banner.text.slice(from - banner.span.from, to - banner.span.from)
  const dated = `${cut(banner.span.from, first.from)}{dates}${cut(last.to, banner.span.to)}`
  return {
    template: banner.anchor ? dated.replace(`#${banner.anchor.id}`, '#{anchor}') : dated,
    date: first.format,
  }
}

function joinersOf(banner: Banner): [string, string][] | undefined {
  const between = banner.written
    .slice(1)
    .map((date, index) =>
      banner.text.slice(banner.written[index]!.to - banner.span.from, date.from - banner.span.from),
    )
  return between.length > 0 ? [[between[0]!, between.at(-1)!]] : undefined
}

function lessons(source: string): Lesson[] {
  const found = findUpdates(source)
  return found.updates.filter(update => update.form !== 'note').map(update => ({ source, found, update }))
}

/** Posts an author must begin with a bare `**Update:**` before it counts as their way; once may be chance. */
const enoughPosts = 2

/** Small notes (`Edit:`, `Correction:`) do not teach how an update section is written. */
function best(candidates: readonly Lesson[]): Lesson | undefined {
  const ranks: ((update: Update) => boolean)[] = [
    update => update.form === 'heading' && update.written !== undefined,
    update => update.form === 'heading' && isUpdateWord(update) && !gathersUpdates(update),
    update => update.written !== undefined && isUpdateWord(update),
  ]
  for (const rank of ranks) {
    const found = candidates.filter(({ update }) => rank(update))
    if (found[0]) return found.findLast(({ source }) => source === found[0]?.source)
  }
  const bare = candidates.filter(({ update }) => isUpdateWord(update))
  return new Set(bare.map(({ source }) => source)).size >= enoughPosts ? bare[0] : undefined
}

function isUpdateWord(update: Update): boolean {
  return !/^(?:edit|corr|errat|addend|ps|p\.)/i.test(update.word)
}

function teachesSections(update: Update): boolean {
  return isUpdateWord(update) && (update.form === 'heading' || update.written !== undefined)
}

function defaultStyle(language: string | undefined): UpdateStyle {
  const words = wordsOf(language)
  return {
    form: 'heading',
    marker: `### ${words.heading} — {date}`,
    titleSeparator: ': ',
    closing: '',
    quote: '',
    date: defaultFormat(words.language),
    order: 'newest-last',
    place: 'end',
    banner: undefined,
  }
}

type MarkerStyle = Pick<UpdateStyle, 'form' | 'marker' | 'titleSeparator' | 'closing' | 'quote' | 'date'>

function markerStyle({ source, update }: Lesson, language: string | undefined): MarkerStyle {
  const date = update.written?.format ?? defaultFormat(languageOf(update, language))
  if (update.form === 'heading')
    return { form: 'heading', ...headingTemplate(source, update), closing: '', quote: '', date }
  const text = source.slice(update.marker.from, update.marker.to)
  const lead = source.slice(source.lastIndexOf('\n', update.marker.from - 1) + 1, update.marker.from)
  const quote = /^\s*>\s*$/.test(lead) ? '> ' : ''
  const template = withNumber(update.written ? withDate(text, update) : addDate(text, update), update)
  return {
    form: 'paragraph',
    marker: template.trimEnd(),
    titleSeparator: ' ',
    closing: closingOf(text),
    quote,
    date,
  }
}

function languageOf(update: Update, language: string | undefined): string {
  const learned = languageOfMarker(update.word).language
  // `Update` is everybody's word; the site's language then tells more.
  return learned === 'en' ? wordsOf(language).language : learned
}

function headingTemplate(source: string, update: Update): { marker: string; titleSeparator: string } {
  const hashes = '#'.repeat(update.level)
  if (!update.written)
    return {
      marker: withNumber(`${hashes} ${update.word}${numberOf(update)} — {date}`, update),
      titleSeparator: ': ',
    }
  const line = source.slice(update.marker.from, update.marker.to)
  const before = line.slice(0, update.written.from - update.marker.from)
  const after = line.slice(update.written.to - update.marker.from)
  const closers = /^[)\]*_]*/.exec(after)?.[0] ?? ''
  const separator = /^(?:\s*[:：]\s*|\s+[—–-]+\s+)/.exec(after.slice(closers.length))?.[0]
  const opening = /^ {0,3}#/.test(before) ? before : before.replace(/^\s*(?:<[^>]*>)?\s*/, `${hashes} `)
  return { marker: withNumber(`${opening}{date}${closers}`, update), titleSeparator: separator ?? ': ' }
}

function numberOf(update: Update): string {
  return update.number === undefined ? '' : ` ${update.number}`
}

function withDate(text: string, update: Update): string {
  const { from, to } = update.written!
  return `${text.slice(0, from - update.marker.from)}{date}${text.slice(to - update.marker.from)}`
}

/** `**Update:**` becomes `**Update ({date}):**`. */
function addDate(text: string, update: Update): string {
  const word = text.indexOf(update.word) + update.word.length
  const number = update.number === undefined ? 0 : (/^\s*#?\d+/.exec(text.slice(word))?.[0].length ?? 0)
  return `${text.slice(0, word + number)} ({date})${text.slice(word + number)}`
}

function withNumber(template: string, update: Update): string {
  if (update.number === undefined) return template
  return template.replace(new RegExp(`(${update.word}\\s*#?)${update.number}`), '$1{n}')
}

/** Emphasis that opens in the marker and does not close in it. */
function closingOf(text: string): string {
  const open = /^(?:\*{1,3}|_{1,3}|~~)/.exec(text)?.[0]
  if (open === undefined) return ''
  return text.slice(open.length).includes(open) ? '' : open
}

function orderOf(all: readonly Lesson[]): UpdateStyle['order'] {
  for (const { source } of all) {
    const dates = all
      .filter(other => other.source === source)
      .flatMap(({ update }) => (update.date === null ? [] : [update.date]))
    if (dates.length > 1 && dates[0] !== dates.at(-1))
      return dates[0]! > dates.at(-1)! ? 'newest-first' : 'newest-last'
  }
  return 'newest-last'
}

function placeOf({ source, update, found }: Lesson): UpdateStyle['place'] {
  if (update.form === 'heading') return 'end'
  const [first] = found.updates
  return first && first.marker.from <= firstVisible(source) + 4 ? 'top' : 'end'
}

/** The day a post was published, for years left out. */
export function yearBase(source: string, postDate: string | undefined): string | undefined {
  return readPostDate(source) ?? postDate
}
