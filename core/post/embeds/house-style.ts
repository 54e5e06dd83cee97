import { type Span, type TextEdit, applyEdits, escapeAttribute } from '../../text/index.ts'
import type { Embed } from './embed.ts'
import { type FindOptions, type FoundEmbed, findEmbeds } from './find.ts'
import { scanHtml } from './html-scanner.ts'
import type { KnownIncludes } from './known-include.ts'
import { itemOf, titleOf } from './item.ts'
import { replaceId } from './replace-id.ts'
import { throughInclude, withStartArgument } from './through-include.ts'

/** One embed of the author's, cut out of its post. */
export interface HouseExample {
  readonly markup: string
  /** Offsets within `markup`. */
  readonly found: FoundEmbed
}

/** How an author and their site write embeds: an example for each provider, and the site's includes. Plain values. */
export interface HouseStyle {
  readonly examples: Readonly<Record<string, HouseExample>>
  readonly includes: KnownIncludes
  /** The host the site is published on, for players that insist on it. */
  readonly siteHost?: string
}

/** Parameters that belong to the one item an example shows; an example without them teaches better. */
const itemParams = ['start', 'slide', 'list', 'hash', 'file', 'page', 'fileAnchor']

/**
 * Learns from the author's posts how they write each provider's embeds. The newest post that shows one teaches.
 *
 * @param posts sources, the newest first
 */
export function learnHouse(posts: Iterable<string>, options: FindOptions = {}): HouseStyle {
  const examples: Record<string, HouseExample> = {}
  for (const post of posts) {
    const source = post.replaceAll('\r\n', '\n')
    const found = findEmbeds(source, options).filter(entry => teaches(source, entry))
    for (const entry of found) {
      const provider = entry.embed.provider
      examples[provider] ??= exampleOf(source, entry)
    }
  }
  return { examples, includes: options.includes ?? {} }
}

/**
 * The embed written as the author's example is, or through the site's own include; undefined where neither is known.
 */
export function writeLikeExample(house: HouseStyle, embed: Embed): string | undefined {
  const known = itemOf(embed)
  if (!known) return undefined
  const example = house.examples[embed.provider]
  if (!example) return throughInclude(house.includes, embed)
  const { markup, found } = example
  const src = found.form === 'element' && hasItemParams(embed) ? framedSource(example, embed) : undefined
  const replaced = src ?? replaceId(markup, found, known.provider, known.item.id)
  if (!replaced) return undefined
  const written = applyEdits(markup, [...replaced, ...ownDetails(example, embed)])
  return found.form === 'tag' ? withStartArgument(written, house.includes, embed) : written
}

/** Only markup that any reader can see whole: no handlers, nothing of one item, an id that stands in it. */
function teaches(source: string, entry: FoundEmbed): boolean {
  const { embed, form } = entry
  if (form === 'front-matter' || form === 'poster' || !itemOf(embed)) return false
  if (embed.provider === 'file' || embed.provider === 'pdf' || embed.provider === 'x') return false
  if (itemParams.some(name => embed.params[name] !== undefined)) return false
  const markup = source.slice(entry.outer.from, entry.outer.to)
  const handlers = scanHtml(markup).tags.some(tag =>
    [...tag.attributes.keys()].some(name => name.startsWith('on')),
  )
  const inMarkup = entry.place && entry.place.from >= entry.span.from && entry.place.to <= entry.span.to
  return !handlers && inMarkup === true && !hasWords(markup) && !/embed-pending|embed-poster/.test(markup)
}

/** Words beside the player, such as a caption or a quote, are about the one item. What stands inside a frame is not shown. */
function hasWords(markup: string): boolean {
  if (markup.startsWith('{')) return false
  const shown = markup.replace(/<(iframe|script|noscript)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<[^>]*>/g, '')
  return shown.trim() !== ''
}

function exampleOf(source: string, entry: FoundEmbed): HouseExample {
  const { from, to } = entry.outer
  const move = (span: Span) => ({ from: span.from - from, to: span.to - from })
  const place = entry.place && move(entry.place)
  return {
    markup: source.slice(from, to),
    found: { ...entry, span: move(entry.span), outer: move(entry.outer), place },
  }
}

function hasItemParams(embed: Embed): boolean {
  return itemParams.some(name => embed.params[name] !== undefined)
}

/** A start, list or hash goes into the frame's address as the provider writes it, on the host the author uses. */
function framedSource({ markup, found }: HouseExample, embed: Embed): TextEdit[] | undefined {
  const known = itemOf(embed)
  if (!known || !found.place || known.provider.code) return undefined
  const old = markup.slice(found.place.from, found.place.to)
  const player = known.provider.player?.(known.item) ?? ''
  const host = /\/\/([^/]+)\//.exec(player)?.[1] ?? ''
  const src = old.includes(host) ? player : (known.provider.plainPlayer?.(known.item) ?? player)
  return [{ ...found.place, insert: escapeAttribute(src) }]
}

/** Title, shape and slide of the new item in place of the example's. */
function ownDetails({ markup, found }: HouseExample, embed: Embed): TextEdit[] {
  if (found.form === 'tag') return tagDetails(markup, found, embed)
  const tag = scanHtml(markup, found.span.from, found.span.to).tags[0]
  if (!tag) return []
  const edits: TextEdit[] = []
  const title = tag.attributes.get('title')
  if (title && title.span.to > title.span.from)
    edits.push({ ...title.span, insert: escapeAttribute(titleOf(embed)) })
  const ratio = tag.attributes.get('data-ratio')
  if (ratio && embed.ratio) edits.push({ ...ratio.span, insert: String(Number(embed.ratio.toPrecision(15))) })
  const slide = embed.params['slide']
  const id = tag.attributes.get('data-id')
  if (id && typeof slide === 'number')
    edits.push({ from: id.span.to + 1, to: id.span.to + 1, insert: ` data-slide="${slide}"` })
  return edits
}

/** Words about the example's item go; the new item's title takes their place where it is known. */
function tagDetails(markup: string, found: FoundEmbed, embed: Embed): TextEdit[] {
  const pattern = /\s+(?:title|caption|alt)\s*=\s*(?:"[^"]*"|'[^']*')/g
  const title = embed.title?.replaceAll('"', '&quot;')
  return [...markup.slice(found.span.from, found.span.to).matchAll(pattern)].map((match, index) => ({
    from: found.span.from + match.index,
    to: found.span.from + match.index + match[0].length,
    insert: title && index === 0 ? match[0].replace(/=[\s\S]*$/, () => `="${title}"`) : '',
  }))
}
