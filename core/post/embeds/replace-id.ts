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
  const quote = found.form === 'element' ? asAttribute : asArgument
  const forms = idForms(provider, found.holdsAddress)
  const own = forms.find(spell => occurrences(source, place, spell(embed.id!)).length > 0)
  if (!own) return found.form === 'tag' ? replaceParts(source, place, embed.id, newId) : undefined
  const around = source[place.from - 1]
  const edits = replaced(source, [place], own, embed.id, newId, id => quote(id, around))
  const elsewhere = [...besides(span, place), ...apart]
  for (const spell of new Set([own, ...forms])) {
    if (spell(embed.id).length < shortestDistinctId) continue
    const more = replaced(source, elsewhere, spell, embed.id, newId, quote)
    edits.push(...more.filter(edit => !edits.some(known => edit.from < known.to && known.from < edit.to)))
  }
  return [...edits, ...hostEdits(source, span, provider, embed.id, newId)].filter(
    edit => source.slice(edit.from, edit.to) !== edit.insert,
  )
}

function replaced(
  source: string,
  within: readonly Span[],
  spell: (id: string) => string,
  oldId: string,
  newId: string,
  quote: (id: string) => string,
): TextEdit[] {
  const insert = quote(spell(newId))
  return within.flatMap(part => occurrences(source, part, spell(oldId)).map(at => ({ ...at, insert })))
}

/** User and item in two arguments: `{{< gist someone 0123 >}}`. */
function replaceParts(source: string, place: Span, oldId: string, newId: string): TextEdit[] | undefined {
  const before = oldId.split('/')
  const after = newId.split('/')
  const spans = before.map(part => occurrences(source, place, part)[0])
  if (before.length < 2 || before.length !== after.length || spans.includes(undefined)) return undefined
  return spans
    .map((span, at) => ({ ...span!, insert: asArgument(after[at]!) }))
    .filter((_, at) => before[at] !== after[at])
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

/** File names may hold quotes, of which only the kind around them must not stay; `&` stays as the markup around has it. */
function asAttribute(id: string, around?: string): string {
  const doubled = around === "'" ? id : id.replace(/"/g, '&quot;')
  return (around === '"' ? doubled : doubled.replace(/'/g, '&#39;')).replace(/</g, '&lt;')
}

/** Liquid and YAML know no escapes within a value's own quotes; addresses do. */
function asArgument(id: string, around?: string): string {
  return id.replace(/["'<>\s]/g, character =>
    character !== "'" ? encodeURIComponent(character) : around === '"' ? character : '%27',
  )
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
