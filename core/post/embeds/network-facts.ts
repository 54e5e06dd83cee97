import { type Embed, isRefusal } from './embed.ts'
import { attribute, decodeEntities, scanHtml } from './html-scanner.ts'
import { providerNamed } from './providers/index.ts'
import { recogniseEmbed } from './recognise.ts'
import { recogniseAddress } from './recognise-address.ts'

/** What a service told about an embed: checked values only, never its HTML. */
export interface EmbedFacts {
  readonly embed: Embed
  readonly author?: string
  /** An https address of a picture; to be fetched under the same limits. */
  readonly pictureUrl?: string
}

/** What the head of a page says about it. */
export interface PageFacts {
  readonly title?: string
  readonly pictureUrl?: string
  /** The page's own oEmbed address. */
  readonly oembedUrl?: string
  /** A player the page names that a provider recognises. */
  readonly player?: Embed
}

/** Where to ask about an embed: the service's oEmbed address; undefined where the page itself has to be read. */
export function oembedAddress(embed: Embed): string | undefined {
  const provider = providerNamed(embed.provider)
  return embed.pageUrl && provider?.oembed ? provider.oembed(embed.pageUrl) : undefined
}

/**
 * What an oEmbed answer says (oembed.com). Real ones hold numbers as strings, `"100%"` and null, `thumbnail` for
 * `thumbnail_url`, types of their own; whatever is not as expected is left out. Of `html` only the player's address is
 * read, and that goes through the provider table like anything pasted.
 *
 * @returns undefined for what is no oEmbed answer
 */
export function readOembed(answer: unknown, asked: Embed): EmbedFacts | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  const fields = answer as Readonly<Record<string, unknown>>
  if (!['type', 'version', 'html', 'title', 'provider_name'].some(name => typeof fields[name] === 'string'))
    return undefined
  const title = plainText(fields['title'])
  const author = plainText(fields['author_name'])
  const pictureUrl = httpsAddress(fields['thumbnail_url'] ?? fields['thumbnail'])
  const ratio = shape(fields['width'], fields['height'])
  const embed: Embed = {
    ...withPlayer(asked, typeof fields['html'] === 'string' ? playerIn(fields['html']) : undefined),
    ...(title !== undefined && { title }),
    ...(ratio !== undefined && { ratio }),
  }
  return { embed, ...(author !== undefined && { author }), ...(pictureUrl !== undefined && { pictureUrl }) }
}

/** What a page's head says: its oEmbed link, OpenGraph title, picture and player, its `<title>`. */
export function readPage(html: string, address: string): PageFacts {
  const page = scanHtml(html)
  const meta = new Map<string, string>()
  let oembedUrl: string | undefined
  for (const tag of page.tags) {
    if (tag.name === 'meta') {
      const name = (attribute(tag, 'property') || attribute(tag, 'name')).toLowerCase()
      if (name !== '' && !meta.has(name)) meta.set(name, attribute(tag, 'content'))
    }
    const isOembed = tag.name === 'link' && /^application\/json\+oembed$/i.test(attribute(tag, 'type'))
    if (isOembed) oembedUrl ??= httpsAddress(attribute(tag, 'href'), address)
  }
  const titleTag = page.tags.findIndex(tag => tag.name === 'title' && !tag.closing)
  const titleText = titleTag < 0 ? undefined : html.slice(page.tags[titleTag]!.span.to).split('<', 1)[0]
  const title =
    plainText(meta.get('og:title') ?? meta.get('twitter:title')) ??
    plainText(titleText && decodeEntities(titleText))
  const pictureUrl = httpsAddress(meta.get('og:image') ?? meta.get('twitter:image'), address)
  const named = [meta.get('og:video:secure_url'), meta.get('og:video'), meta.get('twitter:player')].map(
    playerAt,
  )
  const player = named.find(embed => embed !== undefined)
  return {
    ...(title !== undefined && { title }),
    ...(pictureUrl !== undefined && { pictureUrl }),
    ...(oembedUrl !== undefined && { oembedUrl }),
    ...(player && { player }),
  }
}

/** An embed with the player that was found for it; a player of another service is not taken in its place. */
export function withPlayer(asked: Embed, player: Embed | undefined): Embed {
  const fits = player && (player.provider === asked.provider || asked.provider === 'generic')
  if (!fits || (asked.id !== null && asked.offlineResolvable)) return asked
  const { start, slide } = asked.params
  const { ratio: _frame, ...params } = player.params
  return {
    ...player,
    params: { ...params, ...(start !== undefined && { start }), ...(slide !== undefined && { slide }) },
    ...(asked.pageUrl && { pageUrl: asked.pageUrl }),
  }
}

function playerIn(html: string): Embed | undefined {
  const embed = html.length > 65_536 ? undefined : recogniseEmbed(html)
  return embed && !isRefusal(embed) && embed.id !== null && embed.offlineResolvable ? embed : undefined
}

function playerAt(address: string | undefined): Embed | undefined {
  const embed = address ? recogniseAddress(address) : undefined
  const known = embed && !isRefusal(embed) && embed.id !== null && embed.offlineResolvable
  return known && embed.provider !== 'file' ? embed : undefined
}

const longestTitle = 300

/** A line of text without control and direction characters; undefined for anything but a text with something in it. */
function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value
    .slice(0, 10_000)
    .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ')
    .trim()
  return line === '' ? undefined : line.slice(0, longestTitle)
}

function httpsAddress(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.length > 4096) return undefined
  const absolute = value.startsWith('//') ? `https:${value}` : resolved(value, base)
  const upgraded = absolute.replace(/^http:\/\//, 'https://')
  return /^https:\/\/[^\s/]/.test(upgraded) ? upgraded : undefined
}

function resolved(value: string, base: string | undefined): string {
  if (/^https?:\/\//.test(value) || base === undefined || !value.startsWith('/')) return value
  return `${/^https?:\/\/[^/]+/.exec(base)?.[0] ?? ''}${value}`
}

function shape(width: unknown, height: unknown): number | undefined {
  const ratio = size(width) / size(height)
  return ratio > 0.1 && ratio < 20 ? ratio : undefined
}

function size(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{1,5}(?:px)?$/.test(value) ? Number.parseInt(value, 10) : Number.NaN
}
