import { sliceSpan } from '../../text/index.ts'
import { dateInFileName } from '../file-name.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { findUpdates } from '../updates/find-updates.ts'
import { maskUnwritten } from '../updates/prose.ts'
import { speaksOfOwnTalk, titleSaysSlides, titleSaysTalk, titleSaysVideo } from './own-talk.ts'
import { eventIn, placeIn } from './talk-event.ts'
import { type FrontMatterData, readTalkFields, saysTalk, saysTalkInTags } from './talk-fields.ts'
import { type TalkLinks, readTalkLinks } from './talk-links.ts'
import type { TalkFacts, TalkPiece, TalkStage } from './talk.ts'

export interface TalkOptions {
  /** Of the post, with its folders. */
  readonly path: string
  /** The reader's day, ISO. */
  readonly today: string
}

/**
 * What a post tells of the talk it is about, from its front matter where that says it and from its words and links
 * otherwise; undefined where the post is about no talk of its author's. What counts is told in tests/labels/README.md.
 */
export function talkFacts(source: string, { path, today }: TalkOptions): TalkFacts | undefined {
  const { data } = readFrontMatter(source)
  const name = path.split('/').at(-1) ?? path
  const title = plainTitle(data['title']) ?? name
  const opening = openingWords(source)
  const links = readTalkLinks(source)
  if (!isTalkPost({ data, path, title, opening, links, source })) return undefined
  const fields = readTalkFields(data)
  const date = fields.date ?? postDay(data, name)
  const event = fields.event ?? eventIn(title, opening)
  const slides = fields.slides ?? links.slides ?? (titleSaysSlides(title) ? links.document : null)
  const video = fields.video ?? links.video ?? (titleSaysVideo(title) ? firstAddress(source) : null)
  const updated = findUpdates(source, date === undefined ? {} : { postDate: date }).updates.flatMap(
    update => update.date ?? [],
  )
  const stage = stageOf(date, today, { slides, video, isUpdated: updated.length > 0 })
  const pieces: [TalkPiece, string | null][] = [
    ['slides', slides],
    ['video', video],
  ]
  return {
    title,
    event: event ?? null,
    place: fields.place ?? placeIn(event, opening) ?? null,
    date: date ?? null,
    slides,
    video,
    feedback: fields.feedback ?? links.feedback,
    code: fields.code ?? links.code,
    stage,
    lacks: pieces.flatMap(([piece, address]) => (address === null ? [piece] : [])),
    since: (stage === 'updated' ? updated.toSorted().at(-1) : date) ?? null,
  }
}

interface Evidence {
  readonly data: FrontMatterData
  readonly path: string
  readonly title: string
  readonly opening: string
  readonly links: TalkLinks
  readonly source: string
}

function isTalkPost({ data, path, title, opening, links, source }: Evidence): boolean {
  if (isPage(data, path)) return false
  if (saysTalk(data, path) || links.showsSlides) return true
  if (titleSaysTalk(title) && (links.slides !== null || links.video !== null || speaksOfOwnTalk(opening)))
    return true
  if (titleSaysSlides(title) && links.document !== null) return true
  if (titleSaysTalk(title) && /\bupcoming\b|pripravovan/iu.test(title)) return true
  if (speaksOfOwnTalk(opening)) return true
  if (links.slides !== null && links.video !== null && (hasTalkHeadings(source) || titleSaysVideo(title)))
    return true
  if (titleSaysVideo(title) && proseWords(source) < fewWords) return true
  return saysTalkInTags(data) && (links.slides !== null || links.video !== null)
}

/** A post that is a recording says hardly more than its title. */
const fewWords = 12

function hasTalkHeadings(source: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+(?:.*\b)?(?:slides?|recording|watch)\b/im.test(maskUnwritten(source))
}

function proseWords(source: string): number {
  const text = sliceSpan(maskUnwritten(source), splitFrontMatter(source).body)
  const prose = text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]\([^)]*\)|\{[%{][\s\S]*?[%}]\}|<[^>]*>/g, ' ')
  return prose.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0
}

/** Pages that stand for a whole site's section are about no one talk. */
function isPage(data: FrontMatterData, path: string): boolean {
  if (dateInFileName(path.split('/').at(-1) ?? '') !== undefined) return false
  return data['date'] === undefined && !/(?:^|\/)(?:_drafts|_?talks|_[\w-]+)\/[^/]+$/i.test(path)
}

/** The prose of the first paragraphs: what a reader learns at once. */
function openingWords(source: string): string {
  const text = sliceSpan(maskUnwritten(source), splitFrontMatter(source).body)
  const paragraphs = text
    .split(/\n[ \t]*\r?\n/)
    .map(paragraph => paragraph.replace(/\{%[\s\S]*?%\}/g, ' ').trim())
  const prose = paragraphs.filter(
    paragraph => /\p{L}{3,}/u.test(withoutMarkup(paragraph)) && !/^(?:#|\||\[[^\]]+\]:)/.test(paragraph),
  )
  return prose.slice(0, paragraphsRead).join('\n\n')
}

const paragraphsRead = 1

function withoutMarkup(paragraph: string): string {
  return paragraph.replace(/<[^>]*>|!\[[^\]]*\]\([^)]*\)|&\w+;/g, ' ')
}

function firstAddress(source: string): string | null {
  return (
    /\]\((https?:[^)\s]+)\)|href=["'](https?:[^"']+)["']|(?:src|id)=["']([^"']+)["']/
      .exec(maskUnwritten(source))
      ?.slice(1)
      .find(Boolean) ?? null
  )
}

interface Pieces {
  readonly slides: string | null
  readonly video: string | null
  readonly isUpdated: boolean
}

function stageOf(date: string | undefined, today: string, { slides, video, isUpdated }: Pieces): TalkStage {
  if (date !== undefined && date > today && video === null) return slides === null ? 'planned' : 'slides up'
  if (video !== null) return isUpdated ? 'updated' : 'video in'
  if (slides !== null) return 'video awaited'
  return 'given'
}

function postDay(data: FrontMatterData, name: string): string | undefined {
  const date = data['date']
  const own = typeof date === 'string' ? /^\d{4}-\d\d-\d\d/.exec(date)?.[0] : undefined
  return own ?? dateInFileName(name)
}

function plainTitle(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/&nbsp;/g, ' ').trim() : undefined
}
