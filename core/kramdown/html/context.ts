import type { Alignment, Element } from '../element.ts'
import type { Root } from '../document.ts'
import type { Options } from '../options.ts'
import type { CodeSettings } from './code.ts'

/**
 * Colours code: HTML whose text is the code, or undefined to leave it plain.
 *
 * @param language the tag of Rouge's lexer, such as `ruby`
 */
export type Highlight = (code: string, language: string) => string | undefined

/** A header that the table of contents lists. */
export interface TocEntry {
  readonly level: number
  readonly id: string
  readonly children: readonly Element[]
}

export interface UsedFootnote {
  readonly name: string
  readonly content: Element
  readonly number: number
  /** How often it was referred to again. */
  repeated: number
}

/** What converting one document collects on its way. */
export interface HtmlContext {
  readonly root: Root
  readonly options: Options
  readonly highlight: Highlight | undefined
  readonly codeSettings: CodeSettings
  /** The elements around the one being converted, the root first. */
  readonly parents: Element[]
  readonly usedIds: Map<string, number>
  readonly toc: TocEntry[]
  /** The list that gives way to the table of contents. */
  tocPlace: Element | undefined
  /** The list that gives way to the footnotes. */
  footnotePlace: Element | undefined
  /** What the cell about to be converted is, from its row. */
  cell: { readonly name: 'td' | 'th'; readonly alignment: Alignment }
  /** By name, in the order of their numbers. */
  readonly footnotes: Map<string, UsedFootnote>
  /** The HTML so far, in pieces, none of them empty. */
  readonly out: string[]
  readonly convert: Convert
  /** Writes the children of an element, indented one step more than it. */
  readonly inner: Convert
}

/** Writes the HTML of an element. */
export type Convert = (cx: HtmlContext, element: Element, indent: number) => void

export function write(cx: HtmlContext, html: string): void {
  if (html !== '') cx.out.push(html)
}

/** Writes an element whose tags stand beside its content: `start`, children, end tag. */
export function writeAround(
  cx: HtmlContext,
  start: string,
  element: Element,
  indent: number,
  end: string,
): void {
  cx.out.push(start)
  cx.inner(cx, element, indent)
  cx.out.push(end)
}

/** Whether the HTML so far, from a number of pieces on, ends with a newline. */
export function endsLine(cx: HtmlContext, from: number): boolean {
  return cx.out.length > from && cx.out[cx.out.length - 1]!.endsWith('\n')
}

/** What `run` writes, as a text instead. */
export function written(cx: HtmlContext, run: () => void): string {
  const start = cx.out.length
  run()
  return cx.out.splice(start).join('')
}
