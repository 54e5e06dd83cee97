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
  /** By name, in the order of their numbers. */
  /** What the cell about to be converted is, from its row. */
  cell: { readonly name: 'td' | 'th'; readonly alignment: Alignment }
  readonly footnotes: Map<string, UsedFootnote>
  /** Whether what {@link inner} gave last ends with a newline. */
  endsLine: boolean
  readonly convert: (element: Element, indent: number) => string
  /** The children of an element, indented one step more than it. */
  readonly inner: (element: Element, indent: number) => string
}
