import { type TextEdit, minimalEdit } from '../../text/index.ts'
import type { FoundEmbed } from './find.ts'
import { scanHtml } from './html-scanner.ts'
import type { StartPlace } from './provider.ts'
import { providerNamed } from './providers/index.ts'
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
  if (!place || !found.place) return undefined
  if (found.form === 'tag') return inArgument(source, found, place, value)
  const written = source.slice(found.place.from, found.place.to)
  if (found.embed.provider === 'speakerdeck' && !/[/]/.test(written))
    return inSlideAttribute(source, found, value)
  if (!/[/.]/.test(written)) return undefined
  const own =
    found.embed.provider === 'youtube' && !/\/embed\//.test(written) ? { ...place, name: 't' } : place
  return within(found.place, written, withStart(written, own, value))
}

/** An address with its start set, replaced or taken away; `&` stays spelled as it is. */
function withStart(address: string, place: StartPlace, value: number | undefined): string {
  const [beforeFragment = '', ...rest] = address.split('#')
  const fragment = rest.join('#')
  const [path = '', ...queries] = beforeFragment.split('?')
  const query = queries.join('?')
  const ampersand = query.includes('&amp;') ? '&amp;' : '&'
  const set = (text: string) => {
    const kept = text.split(/&amp;|&/).filter(pair => pair !== '' && pair.split('=')[0] !== place.name)
    const own = value === undefined ? [] : [`${place.name}=${place.write?.(value) ?? value}`]
    return [...kept, ...own].join(ampersand)
  }
  const newQuery = place.in === 'query' ? set(query) : query
  const newFragment = place.in === 'fragment' ? set(fragment) : fragment
  return `${path}${newQuery === '' ? '' : `?${newQuery}`}${newFragment === '' ? '' : `#${newFragment}`}`
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
