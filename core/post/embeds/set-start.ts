import { type TextEdit, minimalEdit } from '../../text/index.ts'
import type { Embed } from './embed.ts'
import type { FoundEmbed } from './find.ts'
import { scanHtml } from './html-scanner.ts'
import type { StartPlace } from './provider.ts'
import { literalPattern } from './literal-pattern.ts'
import { providerNamed } from './providers/index.ts'
import { clockFromSeconds, unitsFromSeconds } from './start-time.ts'
import { argumentNamed, scanTemplateTags } from './template-tag.ts'

/**
 * The edits that make an embed start elsewhere: at a second, a slide or a page. Nothing but the start changes.
 *
 * @param value from 1; undefined takes the start away
 * @returns undefined where the markup has no place for a start, as an include without the parameter
 */
export function setStart(
  source: string,
  found: FoundEmbed,
  value: number | undefined,
): TextEdit[] | undefined {
  const place = providerNamed(found.embed.provider)?.startIn
  if (!place || !found.place || !takesStart(found.embed, place)) return undefined
  if (found.form === 'tag') return inArgument(source, found, place, value)
  const written = source.slice(found.place.from, found.place.to)
  if (found.embed.provider === 'speakerdeck' && !/[/]/.test(written))
    return inSlideAttribute(source, found, value)
  if (!/[/.]/.test(written)) return undefined
  return within(
    found.place,
    written,
    withStart(written, placeIn(written, found.embed.provider, place), value),
  )
}

/** Playlists, streams and clips begin where they begin. */
function takesStart({ provider, id, params }: Embed, { param }: StartPlace): boolean {
  const player = providerNamed(provider)?.player
  if (!player || id === null) return false
  const { [param]: _now, ...others } = params
  return player({ id, params: { ...others, [param]: 7 } }) !== player({ id, params: others })
}

/** Where an address has its start: YouTube's pages and players call it differently, and its player ignores `t`. */
interface Written extends StartPlace {
  /** What else it may be called there, and gives way. */
  readonly also: readonly string[]
}

function placeIn(address: string, provider: string, place: StartPlace): Written {
  if (provider !== 'youtube') return { ...place, also: [] }
  return /\/embed\//.test(address)
    ? { ...place, also: ['t'] }
    : { ...place, name: 't', also: ['start', 'time_continue'] }
}

/** An address with its start set, replaced in its place or taken away; `&` and the form of the time stay as they are. */
function withStart(address: string, place: Written, value: number | undefined): string {
  const [beforeFragment = '', ...rest] = address.split('#')
  const fragment = rest.join('#')
  const [path = '', ...queries] = beforeFragment.split('?')
  const query = queries.join('?')
  const inFragment = startPair(place).test(fragment) && !startPair(place).test(query)
  const where = inFragment ? 'fragment' : startPair(place).test(query) ? 'query' : place.in
  const newQuery = where === 'query' ? withPair(query, place, value) : query
  const newFragment = where === 'fragment' ? withPair(fragment, place, value) : fragment
  return `${path}${newQuery === '' ? '' : `?${newQuery}`}${newFragment === '' ? '' : `#${newFragment}`}`
}

function startPair({ name, also }: Written): RegExp {
  return new RegExp(`(?<=^|&|;)(${[name, ...also].map(literalPattern).join('|')})(?:=([^&]*))?(?=&|$)`, 'g')
}

function withPair(pairs: string, place: Written, value: number | undefined): string {
  const written = startPair(place).exec(pairs)
  const kept = pairs.split(/&amp;|&/).filter(pair => pair !== '' && !startPair(place).test(pair))
  const ampersand = pairs.includes('&amp;') ? '&amp;' : '&'
  if (value === undefined) return written ? kept.join(ampersand) : pairs
  const plain = place.write?.(value) ?? String(value)
  if (!written) return [...kept, `${place.name}=${plain}`].join(ampersand)
  // The player takes `start` in plain seconds only.
  const renamed = place.name === 'start' && written[1] !== 'start'
  const name = renamed ? place.name : written[1]!
  const time = (renamed ? undefined : timeLike(written[2] ?? '', value)) ?? plain
  return `${pairs.slice(0, written.index)}${name}=${time}${pairs.slice(written.index + written[0].length)}`
}

/** Seconds in the form another time has: `1m30s`, `90s`, `1:30`, `90`; undefined where it has none of these. */
function timeLike(old: string, seconds: number): string | undefined {
  if (/^\d+$/.test(old)) return String(seconds)
  if (/^\d+s$/.test(old)) return `${seconds}s`
  if (/^(?:\d+h)?(?:\d+m)?(?:\d+s)?$/.test(old) && old !== '')
    return unitsFromSeconds(seconds).replace(/(?<!\d)0[hms]/g, '') || '0s'
  return /^\d+(?::\d+)+$/.test(old) ? clockFromSeconds(seconds) : undefined
}

function inArgument(
  source: string,
  found: FoundEmbed,
  place: StartPlace,
  value: number | undefined,
): TextEdit[] | undefined {
  const tag = scanTemplateTags(source, found.span.from, found.span.to)[0]
  const argument =
    tag && argumentNamed(tag, place.param, ...(place.param === 'start' ? ['t', 'time', 'starttime'] : []))
  if (!argument || value === undefined) return undefined
  return within(argument.span, argument.value, String(value))
}

/** Speaker Deck's script names its slide in an attribute of its own. */
function inSlideAttribute(
  source: string,
  found: FoundEmbed,
  value: number | undefined,
): TextEdit[] | undefined {
  const tag = scanHtml(source, found.span.from, found.span.to).tags[0]
  const id = tag?.attributes.get('data-id')
  if (!tag || !id) return undefined
  const slide = tag.attributes.get('data-slide')
  if (!slide)
    return value === undefined
      ? []
      : [{ from: id.span.to + 1, to: id.span.to + 1, insert: ` data-slide="${value}"` }]
  if (value !== undefined)
    return within(slide.span, source.slice(slide.span.from, slide.span.to), String(value))
  const from = source.lastIndexOf('data-slide', slide.span.from)
  return [{ from: from - 1, to: slide.span.to + 1, insert: '' }]
}

function within(span: { readonly from: number }, before: string, after: string): TextEdit[] {
  const edit = minimalEdit(before, after)
  return edit ? [{ from: span.from + edit.from, to: span.from + edit.to, insert: edit.insert }] : []
}
