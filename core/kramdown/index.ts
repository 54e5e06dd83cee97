import { type ParsedDocument, parse } from './document.ts'
import { type HtmlOptions, toHtml } from './html/converter.ts'

export { type ParsedDocument, type Root, parse } from './document.ts'
export { type HtmlBlock, type HtmlOptions, toHtml, toHtmlBlocks } from './html/converter.ts'
export type { Highlight } from './html/context.ts'
export { highlight } from './highlight/index.ts'
export type {
  AbbreviationDefinition,
  AttributeListDefinition,
  Attributes,
  ContentModel,
  Definition,
  Element,
  ElementOptions,
  ElementType,
  FootnoteDefinition,
  LinkDefinition,
  LinkDetails,
} from './element.ts'
export { type Options, defaultOptions, jekyllOptions, mergeOptions } from './options.ts'
export { normaliseLinkId } from './parser-state.ts'
export type { Version } from './version.ts'
export type { Warning, WarningCode } from './warnings.ts'

export interface Converted extends ParsedDocument {
  readonly html: string
}

/**
 * Reads a document and converts it to HTML in one go.
 *
 * @param options those that differ from kramdown's defaults; {@link jekyllOptions} for what Jekyll does
 */
export function convert(source: string, options: HtmlOptions = {}): Converted {
  const document = parse(source, options)
  return { ...document, html: toHtml(document.root, options) }
}
