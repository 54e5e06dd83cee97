import type { SearchMatch, SearchQuery } from '../../core/contract/index.ts'
import { splitFrontMatter } from '../../core/post/index.ts'
import { type Span, lineStarts, positionAt } from '../../core/text/index.ts'
import { expandReplacement } from './search-replacement.ts'

/** The words of a query, lower-cased; for an exact text, that text. */
export function needles({ text, kind }: SearchQuery): string[] {
  if (kind === 'words') return text.split(/\s+/).filter(word => word !== '')
  return text === '' ? [] : [text]
}

/**
 * What a query matches, as one expression; for words, any of them.
 *
 * @throws SyntaxError for an expression JavaScript does not know
 */
export function patternOf(query: SearchQuery): RegExp {
  const source = query.kind === 'expression' ? query.text : needles(query).map(escaped).join('|')
  const bounded = query.wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  const flags = `gm${query.matchCase ? '' : 'i'}`
  if (query.kind !== 'expression' || query.wholeWord) return new RegExp(bounded, `${flags}u`)
  try {
    return new RegExp(bounded, `${flags}u`)
  } catch {
    // Escapes that mean nothing, such as `\-`, are allowed without the `u` flag.
    return new RegExp(bounded, flags)
  }
}

/** No post shows more; who replaces in all means all. */
const mostMatches = 100
const mostReplaced = 200_000
const excerptRoom = 60

/**
 * The matches in a post; none when it holds only some of the words asked for.
 */
export function matchesIn(source: string, query: SearchQuery, pattern: RegExp): SearchMatch[] {
  const part = partOf(source, query.where)
  if (!part) return []
  const most = query.replacement === undefined ? mostMatches : mostReplaced
  const found: RegExpExecArray[] = []
  for (const match of source.slice(part.from, part.to).matchAll(pattern)) {
    if (match[0] === '') continue
    found.push(match)
    if (found.length === most) break
  }
  if (found.length === 0 || !hasAllWords(source.slice(part.from, part.to), query)) return []
  const starts = lineStarts(source)
  const { replacement } = query
  return found.map(match => {
    const span = { from: part.from + match.index, to: part.from + match.index + match[0].length }
    const insert = replacement !== undefined && expandReplacement(replacement, query.kind, match)
    return { ...span, ...excerptOf(source, span, starts), ...(insert !== false && { insert }) }
  })
}

function partOf(source: string, where: SearchQuery['where']): Span | undefined {
  if (where === 'everywhere') return { from: 0, to: source.length }
  const { yaml, body } = splitFrontMatter(source)
  return where === 'body' ? body : yaml
}

function hasAllWords(text: string, query: SearchQuery): boolean {
  if (query.kind !== 'words') return true
  return needles(query).every(word => patternOf({ ...query, text: word }).test(text))
}

function excerptOf(
  source: string,
  { from, to }: Span,
  starts: readonly number[],
): Pick<SearchMatch, 'line' | 'excerpt' | 'excerptFrom' | 'excerptTo'> {
  const { line } = positionAt(starts, from)
  const lineFrom = starts[line - 1] ?? 0
  const lineTo = (starts[line] ?? source.length + 1) - 1
  const start = Math.max(lineFrom, from - excerptRoom)
  const end = Math.max(to, Math.min(lineTo, to + excerptRoom))
  const excerpt = source.slice(start, Math.min(end, to + excerptRoom)).replace(/\r$/, '')
  return { line, excerpt, excerptFrom: from - start, excerptTo: Math.min(to - start, excerpt.length) }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
