import { LecternError } from '../errors.ts'
import { type Span, type TextEdit, applyEdits, lineEnding } from '../text/index.ts'
import { type HouseStyle, isRefusal, learnHouse, recogniseEmbed, writeEmbed } from './embeds/index.ts'
import { slugFromTitle, writeFileName } from './file-name.ts'
import { splitFrontMatter } from './front-matter.ts'
import { newPostDate } from './new-post-date.ts'
import { defaultTemplate } from './templates/default-template.ts'
import { templateFromPost } from './templates/template-from-post.ts'
import { type TabStop, expandTemplate } from './templates/template.ts'
import { firstVisible } from './updates/places.ts'

export interface NewPostRequest {
  readonly title: string
  /** The writer's clock, ISO with offset. */
  readonly now: string
  /** A day, or a day and time; now where it is not given. */
  readonly date?: string
  /** The site's, such as `Europe/London`. */
  readonly timezone?: string
  readonly event?: string
  readonly place?: string
  /** An address or embed code. */
  readonly slides?: string
  /** Text of a template. */
  readonly template?: string
  /** The source of a post to be like. Without template and post, Lectern's own template is used. */
  readonly like?: string
  /** The author's other posts, newest first: they tell which of its words stand in every post. */
  readonly posts?: readonly string[]
  /** How embeds are written; learned from the posts where it is not given. */
  readonly house?: HouseStyle
  /** With its dot; `.md` where it is not given. */
  readonly extension?: string
}

export interface NewPost {
  /** `2015-07-04-unikernels-at-polyconf.md`, without a folder. */
  readonly fileName: string
  readonly source: string
  /** Where the writing begins: the first tab stop below the front matter, else the first, else the end. */
  readonly selection: Span
  readonly stops: readonly TabStop[]
}

/**
 * A new talk post from a template, its known parts filled in and its unknown ones left as tab stops.
 *
 * @throws LecternError 'post.bad-date', 'update.not-an-embed' for slides that are neither address nor embed code
 */
export function newTalkPost(request: NewPostRequest): NewPost {
  const { day, text: date } = newPostDate(request.now, request.date, request.timezone)
  const template = chosenTemplate(request)
  const values = {
    title: request.title,
    date,
    day,
    event: request.event,
    place: request.place,
    slides: slidesMarkup(request),
    slug: slugFromTitle(request.title),
  }
  const { source, stops } = expandTemplate(withGivenParts(template, request), values)
  const { body } = splitFrontMatter(source)
  const first = stops.find(stop => stop.from >= body.from) ??
    stops[0] ?? { from: source.length, to: source.length }
  const fileName = writeFileName({ date: day, slug: values.slug, extension: request.extension ?? '.md' })
  return { fileName, source, selection: { from: first.from, to: first.to }, stops }
}

function chosenTemplate({ template, like, posts, event }: NewPostRequest): string {
  if (template !== undefined) return template
  if (like !== undefined) return templateFromPost(like, posts ?? [])
  return event === undefined ? defaultTemplate.replace('event: ${event}\n', '') : defaultTemplate
}

/** What the writer gave has its place even where the template has none for it. */
function withGivenParts(template: string, { event, place, slides }: NewPostRequest): string {
  const missing = (name: string, value: string | undefined): boolean =>
    value !== undefined && !new RegExp(`\\$\\{${name}\\b`).test(template)
  const { yaml } = splitFrontMatter(template)
  const newline = lineEnding(template)
  const fields = [
    ...(missing('event', event) ? [`event: \${event}${newline}`] : []),
    ...(missing('place', place) ? [`place: \${place}${newline}`] : []),
  ]
  const edits: TextEdit[] = yaml ? [{ from: yaml.to, to: yaml.to, insert: fields.join('') }] : []
  if (missing('slides', slides)) {
    const at = firstVisible(template)
    edits.push({ from: at, to: at, insert: `\${slides}${newline}${newline}` })
  }
  return applyEdits(template, edits)
}

function slidesMarkup({ slides, house, posts }: NewPostRequest): string | undefined {
  if (slides === undefined || slides.trim() === '') return undefined
  const embed = recogniseEmbed(slides)
  if (isRefusal(embed)) throw new LecternError('update.not-an-embed', [slides])
  return writeEmbed(embed, 'house', house ?? learnHouse(posts ?? []))
}
