import { type Element, jekyllOptions, parse } from '../../kramdown/index.ts'
import { type Span, sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** A word as a reader reads it. */
export interface Word extends Span {
  readonly text: string
}

/** Fields whose values are read by people. */
const proseField = /^(?:title|subtitle|description|excerpt|summary)[ \t]*:[ \t]*(?<value>.+)$/gm

const liquid = /\{\{[^]*?\}\}|\{%-?\s*(?<raw>raw|comment|highlight)\b[^]*?end\k<raw>\s*-?%\}|\{%[^]*?%\}/g

/** Addresses, file names, handles and commands that stand in the text as they are. */
const noWords =
  /\b[a-z][a-z\d+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+\.\w+|[@#~]\S+|(?:\.{0,2}\/)?[\w-]+(?:\/[\w.-]+)+|\b[\w-]+(?:\.[\w-]+)+\b/gi

const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu

/**
 * The words of a post that its author would want spelled right: those of its text, title and description, but not of
 * code, HTML, Liquid, addresses, labels and names of programs.
 */
export function findWords(source: string): Word[] {
  const { yaml, body } = splitFrontMatter(source)
  const spans = yaml ? fieldValues(source, yaml) : []
  const text = blank(sliceSpan(source, body), liquid)
  for (const { from, to } of proseOf(text)) spans.push({ from: body.from + from, to: body.from + to })
  return spans.flatMap(span => wordsIn(source, text, span, body.from))
}

function fieldValues(source: string, yaml: Span): Span[] {
  return [...sliceSpan(source, yaml).matchAll(proseField)].map(match => {
    const to = yaml.from + match.index + match[0].length
    return { from: to - match.groups!['value']!.length, to }
  })
}

/** The spans of running text, in order; an apostrophe that kramdown makes curly does not part a word. */
function proseOf(text: string): Span[] {
  const spans: Span[] = []
  const visit = (element: Element): void => {
    if (element.type === 'text') spans.push(element.span)
    if (!skipped.has(element.type)) element.children.forEach(visit)
  }
  visit(parse(text, jekyllOptions).root)
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    const isOneWord = last && span.from - last.to === 1 && /['’]/.test(text[last.to] ?? '')
    if (last && (isOneWord || span.from <= last.to))
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

const skipped: ReadonlySet<string> = new Set([
  'codeblock',
  'codespan',
  'math',
  'raw',
  'xml_comment',
  'xml_pi',
])

function wordsIn(source: string, body: string, span: Span, bodyFrom: number): Word[] {
  const written =
    span.from >= bodyFrom ? body.slice(span.from - bodyFrom, span.to - bodyFrom) : sliceSpan(source, span)
  const text = blank(blank(written, liquid), noWords)
  return [...text.matchAll(word)].flatMap(match => {
    const before = text[match.index - 1] ?? ''
    const after = text[match.index + match[0].length] ?? ''
    const from = span.from + match.index
    if (!isPlain(match[0]) || /[\d_\\]/.test(before + after)) return []
    return [{ text: match[0].replaceAll('’', "'"), from, to: from + match[0].length }]
  })
}

/** `iPhone`, `SQL` and `x` are names; so is what holds a capital inside. */
function isPlain(text: string): boolean {
  return text.length > 1 && !/\p{L}\p{Lu}/u.test(text)
}

/** The same text with spaces for what matches, so that every offset stays. */
function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, match => match.replaceAll(/[^\n]/g, ' '))
}
