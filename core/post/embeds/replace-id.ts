import type { Span, TextEdit } from '../../text/index.ts'
import type { FoundEmbed } from './find.ts'
import { literalPattern } from './literal-pattern.ts'
import type { Provider } from './provider.ts'

/** Short numbers also occur as widths and dates, so they are replaced only where the id was read. */
const shortestDistinctId = 6

/**
 * The edits that put another id of the same provider into an embed's markup, wherever the old one stands in it: some
 * codes name their item twice. Nothing else of the markup changes.
 *
 * @returns undefined where the old id does not stand in the markup as it is
 */
export function replaceId(
  source: string,
  found: FoundEmbed,
  provider: Provider,
  newId: string,
): TextEdit[] | undefined {
  const { embed, place, span } = found
  const apart = found.besides ?? []
  if (embed.id === null || !place) return undefined
  for (const spell of idForms(provider, found.holdsAddress)) {
    const before = spell(embed.id)
    const insert = found.form === 'element' ? asAttribute(spell(newId)) : asArgument(spell(newId))
    const here = occurrences(source, place, before)
    if (here.length === 0) continue
    const elsewhere = before.length < shortestDistinctId ? [] : [...besides(span, place), ...apart]
    const others = elsewhere.flatMap(part => occurrences(source, part, before))
    const hosts = hostEdits(source, span, provider, embed.id, newId)
    return [...[...here, ...others].map(at => ({ ...at, insert })), ...hosts].filter(
      edit => source.slice(edit.from, edit.to) !== edit.insert,
    )
  }
  return undefined
}

/** Where the host is part of the id, it changes with it. */
function hostEdits(source: string, span: Span, provider: Provider, oldId: string, newId: string): TextEdit[] {
  if (!provider.hostInId) return []
  const insert = provider.hostInId(newId)
  return occurrences(source, span, provider.hostInId(oldId)).map(at => ({ ...at, insert }))
}

/** What of a span lies before and after a place. */
function besides(span: Span, place: Span): Span[] {
  const clamp = (offset: number) => Math.max(span.from, Math.min(offset, span.to))
  return [
    { from: span.from, to: clamp(place.from) },
    { from: clamp(place.to), to: span.to },
  ]
}

/** File names may hold quotes; `&` stays as the markup around has it. */
function asAttribute(id: string): string {
  return id.replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/</g, '&lt;')
}

/** Liquid and YAML know no escapes within a value's own quotes; addresses do. */
function asArgument(id: string): string {
  return id.replace(/["'<>\s]/g, character => (character === "'" ? '%27' : encodeURIComponent(character)))
}

/** The ways an id is spelled in markup: as in an address, percent-encoded, with entities for slashes, or as an argument. */
function idForms(provider: Provider, inAddress: boolean): ((id: string) => string)[] {
  const url = provider.idInUrl ?? same
  const argument = provider.idInArgument ?? same
  const ordered = inAddress ? [url, argument] : [argument, url]
  const inEntities = (id: string) => url(id).replaceAll('/', '&#x2F;')
  return [...ordered, id => encodeURIComponent(url(id)), inEntities, same]
}

function same(id: string): string {
  return id
}

function occurrences(source: string, within: Span, id: string): Span[] {
  if (id === '') return []
  const pattern = new RegExp(
    `(?<=^|[^\\w-]|%[0-9A-Fa-f]{2}|&#x2F;|__ss_|asciicast-|__sse)${literalPattern(id)}(?![\\w-])`,
    'g',
  )
  return [...source.slice(within.from, within.to).matchAll(pattern)].map(match => ({
    from: within.from + match.index,
    to: within.from + match.index + match[0].length,
  }))
}
