import { jekyllOptions, parse, type Element } from '../../kramdown/index.ts'
import { type Span, type TextEdit, lineEnding } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { definitionBlocks } from './definition-blocks.ts'
import { insertReference } from './insert-reference.ts'
import type { LinkHouse } from './link-house.ts'
import { readLinks } from './link-model.ts'
import { endOfText } from './place-definitions.ts'
import { publishedText } from './published-text.ts'

/** Links words of a post to an address: where they stand first as plain text, else in a line of their own at its end. */
export function addLink(source: string, words: string, url: string, house: LinkHouse): readonly TextEdit[] {
  const place = findWords(source, words)
  if (place) return insertReference(source, place, { url }, house).edits
  const newline = lineEnding(source)
  const at = endOfWriting(source)
  const { body } = splitFrontMatter(source)
  const lead = at === body.from ? '' : newline + newline
  const before = source.slice(0, at) + lead
  const written = before + words + source.slice(at)
  const span = { from: before.length, to: before.length + words.length }
  const [link, ...rest] = insertReference(written, span, { url }, house).edits
  const grown = written.length - source.length
  return [
    { from: at, to: at, insert: lead + link!.insert },
    ...rest.map(edit => ({ ...edit, from: edit.from - grown, to: edit.to - grown })),
  ]
}

/** Where words stand in running text, outside links, code and HTML. */
function findWords(source: string, words: string): Span | undefined {
  if (words.trim() === '') return undefined
  const published = publishedText(source, splitFrontMatter(source).body)
  const { root } = parse(published.text, jekyllOptions)
  const open: Element[] = [root]
  const isWord = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '')
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.type === 'a' || element.type === 'html_element') continue
    if (element.type === 'text') {
      const { from, to } = element.span
      const text = published.text.slice(from, to)
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
        if (!isWord(text[at - 1]) && !isWord(text[at + words.length]))
          return published.inSource({ from: from + at, to: from + at + words.length })
    }
    open.push(...element.children.toReversed())
  }
  return undefined
}

/** Before the definitions that end a post, else its end. */
function endOfWriting(source: string): number {
  const { body } = splitFrontMatter(source)
  const last = definitionBlocks(source, readLinks(source)).at(-1)
  const end = last && source.slice(last.to).trim() === '' ? last.from : source.length
  return Math.max(endOfText(source.slice(0, end)), body.from)
}
