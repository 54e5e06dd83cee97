import { escapeAttribute, escapeHtml } from '../../text/index.ts'
import type { Embed } from './embed.ts'
import { type HouseStyle, writeLikeExample } from './house-style.ts'
import { itemOf, titleOf } from './item.ts'
import { heightOf } from './provider.ts'
import { providerNamed } from './providers/index.ts'
import { ratioNumber } from './ratio.ts'

export type { HouseStyle } from './house-style.ts'

/** Ways of writing an embed into a post. */
export type EmbedStyle =
  /** As the author's posts and site do it. */
  | 'house'
  /** A plain frame. */
  | 'iframe'
  /** A frame from the service's privacy host, loaded when it comes into view. */
  | 'privacy'
  /** A picture that links to it. */
  | 'poster'
  /** Words that link to it. */
  | 'link'

export const embedStyles: readonly EmbedStyle[] = ['house', 'iframe', 'privacy', 'poster', 'link']

/**
 * The markup of an embed. Built from provider, id and params alone, every part escaped; nothing of what was pasted
 * comes along. What only the network knows becomes a link that can be published as it is and is found again.
 *
 * @param house what the author's posts and site taught; Lectern's own house style where it says nothing
 */
export function writeEmbed(embed: Embed, style: EmbedStyle, house?: HouseStyle): string {
  return withoutLiquidMarks(written(inOneLine(embed), style, house)).replaceAll(
    '{PARENT}',
    house?.siteHost ?? hostOfSite,
  )
}

/** A line end in a title would end the attribute's line, and a blank one its paragraph. */
function inOneLine(embed: Embed): Embed {
  const title = embed.title?.replace(/\s+/g, ' ').trim()
  return title === embed.title ? embed : { ...embed, ...(title !== undefined && { title }) }
}

/** Some players insist on the host of the page around them; Jekyll fills it in, so that it stays true when the site moves. */
export function withSiteHost(text: string, house: HouseStyle | undefined): string {
  return text.replaceAll('{PARENT}', house?.siteHost ?? hostOfSite)
}

const hostOfSite = "{{ site.url | split: '//' | last }}"

function written(embed: Embed, style: EmbedStyle, house: HouseStyle | undefined): string {
  const known = itemOf(embed)
  if (style === 'link' || isOnlyLinked(embed)) return link(embed)
  if (embed.kind === 'iframe' && style !== 'poster')
    return frame(embed, style === 'iframe' ? style : 'privacy')
  if (!known && !embed.embedSrc) return isPending(embed) ? pendingLink(embed) : link(embed)
  if (style === 'poster') return poster(embed)
  if (style === 'house') return (house && writeLikeExample(house, embed)) ?? ownHouse(embed)
  if (embed.provider === 'file' && known?.provider.code) return known.provider.code(known.item)
  const framed = known?.provider.frameSources ?? (embed.embedSrc && known?.provider.code === undefined)
  if (!framed || embed.provider === 'asciinema')
    return known?.provider.code?.(known.item) ?? frame(embed, style)
  return frame(embed, style)
}

/** Files that no browser shows by itself: terminal recordings, presentations, pictures of their own kind. */
function isOnlyLinked({ provider, kind, params }: Embed): boolean {
  if (provider === 'asciinema') return params['selfHosted'] === true
  return provider === 'file' && kind !== 'video' && kind !== 'audio'
}

/** Whether the network could make more of it than a link. */
export function isPending(embed: Embed): boolean {
  if (embed.offlineResolvable || namedByAddress.has(embed.kind)) return false
  if (embed.pageUrl === undefined) return false
  return embed.id === null || providerNamed(embed.provider)?.playsOnceAsked === true
}

/** Why an embed is only a link yet and what to paste instead; undefined for embeds that are whole. */
export function pendingNotice(embed: Embed): string | undefined {
  const label = providerNamed(embed.provider)?.label ?? embed.provider
  if (embed.params['editLink'] === true)
    return `This is ${label}’s editing address. Share the design, and paste its public view address instead.`
  if (embed.params['needsSharing'] === true)
    return `Readers see this only if it is shared with everyone or published to the web in ${label}.`
  if (embed.id === null && embed.pageUrl === undefined && providerNamed(embed.provider))
    return 'Liquid fills in what this shows when the page is built.'
  if (!isPending(embed)) return undefined
  if (embed.params['short'] === true)
    return `This short address does not say what it leads to, so a link stands in for it. Paste the full address, or resolve it when you are online.`
  return `The page’s address does not hold the id that ${label}’s player needs, so a link stands in for it. Paste the embed code from ${label}’s share dialog, or resolve it when you are online.`
}

/** Lectern's own house style: the service's code for decks and scripts, a flexible box for YouTube, else a frame. */
function ownHouse(embed: Embed): string {
  const known = itemOf(embed)
  if (embed.provider === 'youtube' && known?.provider.plainPlayer) {
    const src = escapeAttribute(known.provider.plainPlayer(known.item))
    return `<div class="flex-video">\n    <iframe width="540" height="304" src="${src}" frameborder="0" allowfullscreen></iframe>\n</div>`
  }
  return known?.provider.code?.(known.item) ?? frame(embed, 'privacy')
}

/** A frame with what every frame needs: a title, its shape, and the referrer some players insist on. */
function frame(embed: Embed, style: 'iframe' | 'privacy'): string {
  const known = itemOf(embed)
  const provider = known?.provider
  const plain = style === 'iframe' && known ? provider?.plainPlayer?.(known.item) : undefined
  const src = plain ?? embed.embedSrc ?? (embed.kind === 'iframe' ? embed.pageUrl : undefined) ?? ''
  const ratio = embed.ratio ?? ratioNumber(embed.params['ratio']) ?? provider?.ratio ?? 16 / 9
  const height = known && heightOf(known.provider, known.item)
  const shape = height
    ? `width:100%;height:${height}px;border:0`
    : `aspect-ratio:${shapeText(ratio)};width:100%;border:0`
  const attributes = [
    `src="${escapeAttribute(src)}"`,
    `title="${escapeAttribute(titleOf(embed))}"`,
    ...(style === 'privacy' ? ['loading="lazy"'] : []),
    ...(provider?.allow ? [`allow="${provider.allow}"`] : []),
    'referrerpolicy="strict-origin-when-cross-origin"',
    `style="${shape}"`,
    'allowfullscreen',
  ]
  return `<iframe ${attributes.join(' ')}></iframe>`
}

/** `16/9` for what is nearly that, else the number with four digits. */
function shapeText(ratio: number): string {
  for (const [width, height] of [
    [16, 9],
    [4, 3],
    [9, 16],
    [1, 1],
    [16, 10],
  ] as const)
    if (Math.abs(ratio / (width / height) - 1) < 0.01) return `${width}/${height}`
  return String(Number(ratio.toPrecision(4)))
}

function poster(embed: Embed): string {
  const known = itemOf(embed)
  const image = known?.provider.poster?.(known.item)
  if (!image || !embed.pageUrl) return link(embed)
  const title = escapeAttribute(titleOf(embed))
  return `<a class="embed-poster" href="${escapeAttribute(embed.pageUrl)}"><img src="${escapeAttribute(image)}" alt="${title}" loading="lazy"></a>`
}

/** Nothing of these has a name of its own, so the address says more than words. */
const namedByAddress: ReadonlySet<string> = new Set(['card', 'dead', 'iframe', 'unknown'])

/** A Markdown link; an address that has no title is its own words. Empty where no address is known. */
function link(embed: Embed): string {
  const address = (embed.pageUrl ?? embed.embedSrc ?? '').replace(/[<>\s"\\{}]/g, encodeURIComponent)
  const untitled = embed.title === undefined && namedByAddress.has(embed.kind)
  if (address === '') return ''
  if (untitled && /^https?:/.test(address)) return `<${address}>`
  const words = asWords(untitled ? address : titleOf(embed))
  return `[${words}](${address.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
}

/**
 * Text that kramdown shows as it is inside a link: a pipe would make the line a table, `]:` a definition, `{:` an
 * attribute list, `$$` a formula.
 */
function asWords(text: string): string {
  return text
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replace(/[[\]\\<`*_{}|]|\$(?=\$)|(?<=\]):/g, '\\$&')
    .replace(/~(?=~)/g, '&#126;')
}

/** Stands in for an embed until its service has been asked; `findEmbeds` finds it again by its class. */
function pendingLink(embed: Embed): string {
  const address = embed.pageUrl
  if (address === undefined) return ''
  return `<p class="embed-pending"><a href="${escapeAttribute(address)}">${escapeHtml(`${titleOf(embed)}: ${address}`)}</a></p>`
}

/** Liquid runs before Markdown: an address or title with `{{` in it would vanish or fail. House includes keep theirs. */
function withoutLiquidMarks(markup: string): string {
  if (/^\{%-?\s*\w/.test(markup)) return markup
  return markup.replace(/\{(?=[{%])/g, '&#123;')
}
