/** What front matter tells of a talk, under the names themes give it. */
import type { PlainValue } from '../../yaml/index.ts'

export interface TalkFields {
  readonly event?: string
  readonly place?: string
  readonly date?: string
  readonly slides?: string
  readonly video?: string
  readonly feedback?: string
  readonly code?: string
}

/** Names at the top of the front matter or under `talk:`; academicpages, hugo-theme-devrel and minimal themes among them. */
const names: { readonly [K in keyof Required<TalkFields>]: readonly string[] } = {
  event: ['event', 'event_title', 'event_name', 'conference', 'conf', 'meetup', 'venue'],
  place: ['place', 'location', 'city', 'where', 'event_location'],
  date: ['talk_date', 'event_date', 'event_dates', 'date_start', 'presented', 'given', 'when'],
  slides: [
    'slides',
    'slides_url',
    'slide_url',
    'slidesurl',
    'slides_link',
    'deck',
    'deck_url',
    'speakerdeck',
    'slideshare',
    'url_slides',
    'presentation',
    'presentation_url',
  ],
  video: [
    'video',
    'video_url',
    'videourl',
    'video_link',
    'youtube',
    'vimeo',
    'recording',
    'recording_url',
    'url_video',
    'video_id',
    'youtube_id',
  ],
  feedback: ['feedback', 'feedback_url', 'feedback_link', 'rating_url'],
  code: ['code', 'code_url', 'url_code', 'repo', 'repository', 'github', 'demo'],
}

export type FrontMatterData = { readonly [name: string]: PlainValue }

/** Reads the fields; empty values count as none. */
export function readTalkFields(data: FrontMatterData): TalkFields {
  const talk = data['talk']
  const nested = isObject(talk) ? talk : {}
  const found = Object.entries(names).flatMap(([key, candidates]) => {
    const own = key === 'date' ? text(nested['date']) : undefined
    const value = own ?? first(nested, candidates) ?? first(data, candidates)
    return value === undefined ? [] : [[key, key === 'date' ? value.slice(0, 10) : value] as const]
  })
  return Object.fromEntries(found)
}

/**
 * Where a form writes a fact of the talk: the field that tells it already, else under `talk:` where the post has that,
 * else a field of its own.
 */
export function talkFieldPath(data: FrontMatterData, fact: keyof TalkFields): readonly string[] {
  const talk = data['talk']
  const known = (fields: FrontMatterData): string | undefined =>
    Object.keys(fields).find(name => names[fact].includes(name.toLowerCase().replaceAll('-', '_')))
  if (isObject(talk)) {
    if (fact === 'date') return ['talk', 'date']
    return ['talk', known(talk) ?? fact]
  }
  return [known(data) ?? (fact === 'date' ? 'talk_date' : fact)]
}

/** The fields at the top of the front matter that hold a fact of the talk each. */
export function talkFieldsIn(data: FrontMatterData): ReadonlySet<string> {
  const facts = Object.keys(names) as (keyof TalkFields)[]
  const found = facts.map(fact => talkFieldPath(data, fact)).filter(path => path.length === 1)
  return new Set(found.flatMap(path => path).filter(name => name in data && !isCollection(data[name])))
}

/** Whether the front matter says that this is a talk: by layout, type, collection or a field of its own. */
export function saysTalk(data: FrontMatterData, path: string): boolean {
  if (/(?:^|\/)_?talks\/[^/]+\.\w+$/i.test(path)) return true
  if (isObject(data['talk']) || data['talk'] === true) return true
  if (/^(?:talk|presentation|slides)$/i.test(text(data['layout']) ?? '')) return true
  if (/\b(?:talk|keynote|tutorial|presentation)\b/i.test(text(data['type']) ?? '')) return true
  const { event, slides, video } = readTalkFields(data)
  return event !== undefined && (slides !== undefined || video !== undefined || saysTalkInTags(data))
}

/** `tags` or `categories` with the word in them. */
export function saysTalkInTags(data: FrontMatterData): boolean {
  const words = ['tags', 'tag', 'categories', 'category'].flatMap(name => {
    const value = data[name] ?? []
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[\s,]+/) : []
  })
  return words.some(word => /^(?:my-)?(?:talks?|speaking|presentations?|slides|conf[eé]rences?)$/i.test(word))
}

function first(data: FrontMatterData, candidates: readonly string[]): string | undefined {
  for (const [name, value] of Object.entries(data)) {
    if (!candidates.includes(name.toLowerCase().replaceAll('-', '_'))) continue
    const found =
      text(value) ??
      (isObject(value) ? (text(value['url']) ?? text(value['link']) ?? text(value['name'])) : undefined)
    if (found !== undefined) return found
  }
  return undefined
}

function text(value: PlainValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isCollection(value: PlainValue | undefined): boolean {
  return typeof value === 'object' && value !== null
}

function isObject(value: PlainValue | undefined): value is FrontMatterData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
