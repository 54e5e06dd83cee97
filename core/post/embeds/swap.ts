import { type Span, type TextEdit, applyEdits, mapOffset, minimalEdit } from '../../text/index.ts'
import { type Embed, type Refusal, isRefusal } from './embed.ts'
import { type FoundEmbed, findEmbeds } from './find.ts'
import { itemOf } from './item.ts'
import { literalPattern } from './literal-pattern.ts'
import type { Provider } from './provider.ts'
import { providerNamed } from './providers/index.ts'
import { recogniseEmbed } from './recognise.ts'
import { toEmbed } from './recognise-address.ts'
import { replaceId } from './replace-id.ts'
import { type HouseStyle, withSiteHost, writeEmbed } from './write.ts'

/**
 * What an id, an address or an embed code means in the place of an embed: a bare id belongs to the embed's own service.
 */
export function readReplacement(embed: Embed, idOrUrl: string): Embed | Refusal {
  const text = idOrUrl.trim()
  const provider = providerNamed(embed.provider)
  const recognised = /^[a-z][a-z0-9+.-]*:\/\/|[<{]/i.test(text) ? undefined : provider?.fromId?.(text)
  return provider && recognised ? toEmbed(provider, recognised) : recogniseEmbed(text)
}

/**
 * The fewest edits that make an embed show something else. With another item of the same service only the id changes
 * (and the address's own hash or user, where the new address names one); else the address; else the whole markup.
 * Swapping back the same way gives the same bytes.
 */
export function swapEmbed(
  source: string,
  found: FoundEmbed,
  newIdOrUrl: string,
  house?: HouseStyle,
): TextEdit[] | Refusal {
  const replacement = readReplacement(found.embed, newIdOrUrl)
  if (isRefusal(replacement)) return replacement
  return swapFor(source, found, replacement, addressIn(newIdOrUrl, replacement), house)
}

/** What was typed, where that is an address; out of a pasted code comes what it names. */
function addressIn(typed: string, replacement: Embed): string {
  const text = typed.trim()
  return /[<>{}\s]/.test(text) ? (replacement.pageUrl ?? '') : text
}

function swapFor(
  source: string,
  found: FoundEmbed,
  replacement: Embed,
  written: string,
  house: HouseStyle | undefined,
): TextEdit[] {
  const provider = providerNamed(found.embed.provider)
  if (
    provider &&
    replacement.provider === provider.name &&
    replacement.id !== null &&
    sameDetails(found.embed, replacement)
  ) {
    const edits = replaceId(source, found, provider, replacement.id)
    const all = edits && [...edits, ...swapDetails(source, found, replacement)]
    if (all && shows(applyEdits(source, all), mapOffset(found.span.from, all, -1), replacement)) return all
  }
  const address =
    found.place && found.holdsAddress ? addressFor(source, found, replacement, provider, written) : undefined
  if (found.place && address !== undefined)
    return minimal(source, found.place, withSiteHost(spelledAs(source, found, found.place, address), house))
  if (found.form === 'front-matter') return minimal(source, found.span, replacement.pageUrl ?? written)
  const style = found.form === 'poster' ? 'poster' : 'house'
  return minimal(source, found.outer, writeEmbed(replacement, style, house))
}

/**
 * Whether the embed at an offset is the one wanted: an id of another kind may not fit the address it was put into. A
 * tag that only the site's own includes explain is taken on trust.
 */
function shows(text: string, offset: number, wanted: Embed): boolean {
  const there = findEmbeds(text).find(entry => entry.span.from === offset)
  return there ? there.embed.id === wanted.id : text.startsWith('{%', offset)
}

/** Details that belong to the item and stand in its address. */
const details = ['hash', 'user', 'sub', 'authkey'] as const

/** An id alone says nothing of details; an address that has or lacks another's detail is written whole. */
function sameDetails(before: Embed, after: Embed): boolean {
  return details.every(name => after.params[name] === undefined || before.params[name] !== undefined)
}

function swapDetails(source: string, found: FoundEmbed, replacement: Embed): TextEdit[] {
  return details.flatMap(name => {
    const before = found.embed.params[name]
    const after = replacement.params[name]
    if (typeof before !== 'string' || typeof after !== 'string' || before === after) return []
    const { from, to } = found.span
    const pattern = new RegExp(`(?<=[/="'@])${literalPattern(before)}(?=[/&"'?]|$)`, 'g')
    return [...source.slice(from, to).matchAll(pattern)].map(match => ({
      from: from + match.index,
      to: from + match.index + before.length,
      insert: after,
    }))
  })
}

/** The address to write where one stands; undefined where the new item is no frame or file, or the picture is the old one's. */
function addressFor(
  source: string,
  found: FoundEmbed,
  replacement: Embed,
  provider: Provider | undefined,
  written: string,
): string | undefined {
  const isFile = (name: string) => name === 'file' || name === 'pdf' || name === 'reveal.js'
  if (isFile(found.embed.provider) && (isFile(replacement.provider) || replacement.kind === 'card'))
    return written
  if (found.form === 'front-matter') return replacement.pageUrl
  if (found.form === 'poster') return namesItemTwice(source, found) ? undefined : replacement.pageUrl
  if (found.form === 'tag') return replacement.provider === provider?.name ? replacement.pageUrl : undefined
  if (replacement.kind === 'card' && (found.embed.kind === 'iframe' || found.embed.kind === 'card'))
    return written
  const known = itemOf(replacement)
  if (known?.provider.code && !isFile(replacement.provider)) return undefined
  const framed = found.embed.kind === 'iframe' || providerNamed(found.embed.provider)?.code === undefined
  return framed && known ? (known.provider.plainPlayer ?? known.provider.player)?.(known.item) : undefined
}

/** A poster whose picture is the service's own says the id there too. */
function namesItemTwice(source: string, { embed, place, span, besides = [] }: FoundEmbed): boolean {
  const { id } = embed
  if (id === null || !place) return false
  const around = [{ from: span.from, to: Math.min(place.from, span.to) }, ...besides]
  return around.some(({ from, to }) => source.slice(from, to).includes(id))
}

/** The address the way the old one was spelled: below a Liquid prefix, without scheme, without the leading slash. */
function spelledAs(source: string, found: FoundEmbed, place: Span, address: string): string {
  const old = source.slice(place.from, place.to)
  const prefix = /^\s*(?:\{\{[^}]*\}\})+/.exec(old)?.[0]
  if (prefix && address.startsWith('/'))
    return `${prefix}${old[prefix.length] === '/' ? address : address.slice(1)}`
  const literal = /^(\s*\{\{-?\s*(["']))(.*?)(\2\s*\|[^}]*\}\}\s*)$/.exec(old)
  if (literal && !/^https?:/.test(address)) return `${literal[1]}${address}${literal[4]}`
  const below = found.form === 'tag' ? /^[\w.-]+(?:\/|$)/ : /^[\w.-]+\//
  if (below.test(old) && address.startsWith('/') && !address.startsWith('//')) return address.slice(1)
  const schemeless = old.startsWith('//') && address.startsWith('https://')
  const short = schemeless ? address.slice('https:'.length) : address
  const ampersands = old.includes('&amp;') ? short.replace(/&(?!amp;)/g, '&amp;') : short
  // Only the quote around it would end it.
  const quote = source[place.from - 1]
  const doubled = quote === "'" ? ampersands : ampersands.replace(/"/g, '&quot;')
  return quote === '"' ? doubled : doubled.replace(/'/g, '&#39;')
}

function minimal(source: string, place: { from: number; to: number }, text: string): TextEdit[] {
  const edit = minimalEdit(source.slice(place.from, place.to), text)
  return edit ? [{ from: place.from + edit.from, to: place.from + edit.to, insert: edit.insert }] : []
}
