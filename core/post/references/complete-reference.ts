import type { EditResult, Span, TextEdit } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { labelsFreeIn } from './label.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { readLinks } from './link-model.ts'
import { definitionsThatCount } from './place-definitions.ts'
import { writeDefinition } from './write-link.ts'

/** A label being typed. */
export interface OpenReference {
  /** From behind its bracket to the cursor. */
  readonly span: Span
  /** `label` behind `][`, `words` behind `[` alone. */
  readonly place: 'label' | 'words'
}

/** Longer text behind a bracket is no label any more. */
const longestTyped = 80

/** The reference the cursor stands in while it is typed; undefined in front matter and where no bracket is open. */
export function openReferenceAt(source: string, offset: number): OpenReference | undefined {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1) + 1, offset - longestTyped)
  const before = source.slice(lineStart, offset)
  const open = /(\]?)\[([^[\]^][^[\]]*)?$/.exec(before)
  if (!open || offset < splitFrontMatter(source).body.from) return undefined
  // A backslash makes it a plain bracket, a line’s own bracket with a colon behind it is a definition.
  if (source[lineStart + open.index - 1] === '\\') return undefined
  const typed = open[2] ?? ''
  return { span: { from: offset - typed.length, to: offset }, place: open[1] === ']' ? 'label' : 'words' }
}

/**
 * Puts a chosen label into the reference that is being typed, closes it as the author does, and brings the
 * definition along where the post has none.
 */
export function completeReference(
  source: string,
  { span, place }: OpenReference,
  chosen: { readonly label: string; readonly url: string },
  house: LinkHouse = plainHouse,
): EditResult {
  const { label, url } = chosen
  const closes = source[span.to] === ']'
  const short = place === 'words' ? tails[house.sameWords](label) : ''
  const insert = label + (closes ? '' : ']') + (closes ? '' : short)
  const edits: TextEdit[] = [{ ...span, insert }]
  if (closes && short !== '') edits.push({ from: span.to + 1, to: span.to + 1, insert: short })
  const behind = span.from + label.length + 1 + short.length
  return {
    edits: [...edits, ...definitionOf(source, label, url, span, house)],
    selection: { from: behind, to: behind },
  }
}

const tails: Readonly<Record<LinkHouse['sameWords'], (label: string) => string>> = {
  collapsed: () => '[]',
  shortcut: () => '',
  full: label => `[${label}]`,
}

function definitionOf(source: string, label: string, url: string, span: Span, house: LinkHouse): TextEdit[] {
  // Without the open bracket, which may hold what follows it together with itself.
  const quiet = source.slice(0, span.from - 1) + ' '.repeat(span.to - span.from + 1) + source.slice(span.to)
  const links = readLinks(quiet)
  if (links.find(label) || !labelsFreeIn(links)(label, { url, title: undefined })) return []
  const line = writeDefinition(label, { url, title: undefined }, house.inAngles)
  return line === undefined
    ? []
    : definitionsThatCount(quiet, links, [{ label, line, usedAt: span.to }], house.place)
}
