import { type EditResult, type Span, type TextEdit, lineEnding, sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { proposeLabel } from './label.ts'
import { type LinkModel, readLinks } from './link-model.ts'

export interface ReferenceRequest {
  readonly url: string
  /** Of the definition; proposed from the words where it is not given. */
  readonly label?: string
}

/**
 * Turns selected words into `[words][label]` and puts the definition into the block where the post keeps its
 * definitions; an address that is defined already is used under its label. Without a selection the label's name
 * stands for the words, selected, to be typed over.
 */
export function insertReference(
  source: string,
  selection: Span,
  { url, label }: ReferenceRequest,
): EditResult {
  const links = readLinks(source)
  const words = sliceSpan(source, selection)
  const known = links.definitions.find(definition => !definition.overruled && definition.url === url)
  const name = label ?? known?.label ?? proposeLabel(words, url, links)
  const text = words === '' ? name : words
  const insert = `[${text}][${name}]`
  const needed = links.find(name)?.url !== url
  const edits: TextEdit[] = [{ ...selection, insert }]
  if (needed) edits.push(addDefinition(source, links, name, url))
  const selected = { from: selection.from + 1, to: selection.from + 1 + text.length }
  const behind = selection.from + insert.length
  return { edits, selection: words === '' ? selected : { from: behind, to: behind } }
}

/** The edit that adds a definition: after the last of the block that ends the post, else after the post's text. */
function addDefinition(source: string, links: LinkModel, label: string, url: string): TextEdit {
  const newline = lineEnding(source)
  const line = `[${label}]: ${/\s/.test(url) ? `<${url}>` : url}`
  const last = links.definitions.at(-1)
  if (last) {
    const at = endOfLine(source, last.span.to)
    return { from: at, to: at, insert: newline + line }
  }
  const { body } = splitFrontMatter(source)
  const end = Math.max(source.trimEnd().length, body.from)
  const lead = end === body.from ? '' : newline + newline
  const tail = source.slice(end) === '' ? newline : ''
  return { from: end, to: end, insert: lead + line + tail }
}

function endOfLine(source: string, from: number): number {
  const at = source.indexOf('\n', from)
  if (at < 0) return source.length
  return source[at - 1] === '\r' ? at - 1 : at
}
