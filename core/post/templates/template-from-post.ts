/** “New talk post like this one”: an author's post turned into a template. */
import { type Span, type TextEdit, lineEnding, sliceSpan } from '../../text/index.ts'
import { findEmbeds } from '../embeds/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { findUpdates } from '../updates/find-updates.ts'
import { definitionsAtEnd } from '../updates/places.ts'
import { maskUnwritten } from '../updates/prose.ts'
import { fieldEdits } from './template-fields.ts'
import { isStanding, standingWords } from './standing-text.ts'
import { escapeTemplate } from './template.ts'

/** Posts needed to tell what an author always writes from what belonged to one talk. */
const fewestPosts = 2

/**
 * Structure, standing paragraphs and the definitions they use are kept; title, date, slides, video, short address,
 * updates and links of that talk alone become tab stops.
 *
 * @param posts the author's other posts; without them every paragraph stands
 */
export function templateFromPost(source: string, posts: readonly string[]): string {
  const others = posts.filter(post => post !== source)
  const stops = stopCounter()
  const gone = updateSpans(source)
  const fields = fieldEdits(source, others, stops)
  const embeds = embedEdits(source, gone, stops)
  const paragraphs =
    others.length < fewestPosts ? [] : paragraphEdits(source, others, [...gone, ...embeds], stops)
  const body = [...gone.map(span => ({ ...span, insert: '' })), ...embeds, ...paragraphs]
  const definitions = definitionEdits(source, others, body, stops)
  return rewritten(source, [...fields, ...body, ...definitions])
}

/** Gives the next tab stop, with words in it. */
export type StopCounter = (words?: string) => string

function stopCounter(): StopCounter {
  let number = 0
  return (words = '') => {
    number++
    const plain = words.replace(/[{}\r\n]+/g, ' ').trim()
    return plain === '' ? `\${${number}}` : `\${${number}:${plain}}`
  }
}

/** Kept text stands for itself; what the edits insert is template. */
function rewritten(source: string, edits: readonly TextEdit[]): string {
  let template = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    if (edit.from < at) continue
    template += escapeTemplate(source.slice(at, edit.from)) + edit.insert
    at = edit.to
  }
  template += escapeTemplate(source.slice(at))
  // Definitions that went may leave the blank lines between them at the end.
  return /\n[ \t]*\r?\n$/.test(source) ? template : template.replace(/(?:\r?\n){2,}$/, lineEnding(source))
}

/** The banner and every update, each with the blank line that follows. */
function updateSpans(source: string): Span[] {
  const { updates, banner } = findUpdates(source)
  const spans = updates.filter(update => update.form !== 'note').map(update => update.span)
  return (banner ? [banner.span, ...spans] : spans).map(({ from, to }) => {
    const start = source.lastIndexOf('\n', from - 1) + 1
    const isLineStart = source.slice(start, from).trim() === ''
    const following = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(source.slice(to))?.[0].length ?? 0
    return { from: isLineStart ? start : from, to: to + following }
  })
}

function embedEdits(source: string, gone: readonly Span[], stops: StopCounter): TextEdit[] {
  const { body } = splitFrontMatter(source)
  const found = findEmbeds(source).filter(({ outer }) => outer.from >= body.from && !overlaps(outer, gone))
  const slides = found.find(({ embed }) => embed.kind === 'slides')
  return found.flatMap(entry => {
    if (entry === slides)
      return [{ ...entry.outer, insert: '${slides:Paste the address of your slides here.}' }]
    if (entry.embed.kind !== 'slides' && entry.embed.kind !== 'video') return []
    return [{ ...entry.outer, insert: stops(`Paste the address of the ${entry.embed.kind} here.`) }]
  })
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some(other => span.from < other.to && other.from < span.to)
}

const opening = /^(?:\s*>)?\s*(?:[*+-]\s+|\d+[.)]\s+|#{1,6}\s+)?/

/** Paragraphs and list items that no other post has become tab stops that begin with their first words. */
function paragraphEdits(
  source: string,
  others: readonly string[],
  taken: readonly Span[],
  stops: StopCounter,
): TextEdit[] {
  const standing = standingWords(others)
  const prose = maskUnwritten(source)
  const end = definitionsAtEnd(source)
  return blocks(prose, splitFrontMatter(source).body.from, end).flatMap(span => {
    const text = sliceSpan(prose, span)
    const isProse = /\p{L}{2,}/u.test(text) && !/^\s*(?:<|\{%|\{:|\||#|\[[^\]]+\]:)/.test(text)
    if (!isProse || overlaps(span, taken) || sliceSpan(source, span) !== text || isStanding(text, standing))
      return []
    const start = opening.exec(text)?.[0].length ?? 0
    return [{ from: span.from + start, to: span.to, insert: stops(firstWords(text.slice(start))) }]
  })
}

/** Paragraphs, and list items each on their own. */
function blocks(text: string, from: number, to: number): Span[] {
  const found: Span[] = []
  const block = /^(?![ \t]*\r?$)(?:(?!\n[ \t]*\r?\n|\n[ \t]*(?:[*+-]|\d+[.)])[ \t]+\S)[\s\S])+/gm
  block.lastIndex = from
  for (let match = block.exec(text); match && match.index < to; match = block.exec(text)) {
    const content = match[0].trimEnd()
    found.push({ from: match.index, to: Math.min(match.index + content.length, to) })
  }
  return found
}

function firstWords(text: string): string {
  const plain = text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
  const words = plain.trim().split(' ')
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 8).join(' ')}…`
}

const definition = /^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s>]+)>?[^\n]*(?:\n|$(?![\s\S]))/gm

/** Definitions no kept text uses go; those whose address no other post knows become tab stops. */
function definitionEdits(
  source: string,
  others: readonly string[],
  edits: readonly TextEdit[],
  stops: StopCounter,
): TextEdit[] {
  const prose = maskUnwritten(source)
  const kept = rewritten(source, edits).replace(definition, '')
  const used = new Set([...kept.matchAll(/\[([^\]]*)\]/g)].map(match => label(match[1] ?? '')))
  return [...prose.matchAll(definition)].flatMap(match => {
    const [line, name = '', address = ''] = match
    const span = { from: match.index, to: match.index + line.length }
    if (name.startsWith('^') || overlaps(span, edits)) return []
    if (!used.has(label(name))) return [{ ...span, insert: '' }]
    if (others.length < fewestPosts || others.some(post => post.includes(address))) return []
    const at = span.from + line.indexOf(address, line.indexOf(']:'))
    return [{ from: at, to: at + address.length, insert: stops('https://') }]
  })
}

function label(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
