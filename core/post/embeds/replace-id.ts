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
  if (embed.id === null || !place) return undefined
  for (const form of idForms(provider, found.holdsAddress)) {
    const before = form(embed.id)
    const edits = occurrences(source, place, before).map(at => ({ ...at, insert: form(newId) }))
    if (edits.length === 0) continue
    const elsewhere =
      before.length < shortestDistinctId
        ? []
        : [
            { from: span.from, to: Math.max(span.from, Math.min(place.from, span.to)) },
            { from: Math.min(Math.max(place.to, span.from), span.to), to: span.to },
          ]
    const others = elsewhere
      .flatMap(part => occurrences(source, part, before))
      .map(at => ({ ...at, insert: form(newId) }))
    return [...edits, ...others].filter(edit => source.slice(edit.from, edit.to) !== edit.insert)
  }
  return undefined
}

/** The ways an id is spelled in markup: as in an address, percent-encoded, or as an argument. */
function idForms(provider: Provider, inAddress: boolean): ((id: string) => string)[] {
  const url = provider.idInUrl ?? same
  const argument = provider.idInArgument ?? same
  const ordered = inAddress ? [url, argument] : [argument, url]
  return [...ordered, id => encodeURIComponent(url(id)), same]
}

function same(id: string): string {
  return id
}

function occurrences(source: string, within: Span, id: string): Span[] {
  if (id === '') return []
  const pattern = new RegExp(
    `(?<=^|[^\\w-]|%[0-9A-Fa-f]{2}|__ss_|asciicast-|__sse)${literalPattern(id)}(?![\\w-])`,
    'g',
  )
  return [...source.slice(within.from, within.to).matchAll(pattern)].map(match => ({
    from: within.from + match.index,
    to: within.from + match.index + match[0].length,
  }))
}
