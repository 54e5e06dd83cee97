import { type TextEdit, applyEdits, lineEnding } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { normaliseLinkId } from '../../kramdown/index.ts'
import { type DefinitionBlock, definitionBlocks, firstUsesOf } from './definition-blocks.ts'
import { type Definition, type LinkModel, readLinks } from './link-model.ts'

/** A definition to be added. */
export interface NewDefinition {
  readonly label: string
  /** The whole line. */
  readonly line: string
  /** Where the first link that needs it stands. */
  readonly usedAt: number
}

/** Where definitions go that no block of the post is near to: behind all text, behind the section, before all text. */
export type DefinitionPlace = 'end' | 'section' | 'start'

/**
 * The edits that add definitions where the author would: into the block that follows the link, in that block's own
 * order; a post without one gets a block at `place`.
 */
export function placeDefinitions(
  source: string,
  links: LinkModel,
  additions: readonly NewDefinition[],
  place: DefinitionPlace,
): TextEdit[] {
  const blocks = place === 'start' ? [] : definitionBlocks(source, links)
  const known = new Map<number, string[]>()
  const fresh = new Map<number, string[]>()
  const newline = lineEnding(source)
  for (const addition of additions) {
    const block = blockFor(source, blocks, addition.usedAt)
    if (block) {
      const line = indentOf(source, block) + addition.line
      const before = definitionBefore(block, links, addition)
      if (before) push(known, endWithAttributes(source, before.span.to), newline + line)
      else push(known, lineStart(source, block.from), line + newline)
    } else push(fresh, placeOfNewBlock(source, addition.usedAt, place), addition.line)
  }
  return [
    ...[...known].map(([at, lines]) => ({ from: at, to: at, insert: lines.join('') })),
    ...[...fresh].map(([at, lines]) => ({ from: at, to: at, insert: newBlock(source, at, lines, newline) })),
  ]
}

/** The same at the first place where kramdown takes them: at the end of some posts, what is open there swallows them. */
export function definitionsThatCount(
  source: string,
  links: LinkModel,
  additions: readonly NewDefinition[],
  place: DefinitionPlace,
): TextEdit[] {
  if (additions.length === 0) return []
  const tries = placesFrom(place).map(each => placeDefinitions(source, links, additions, each))
  const counting = tries.find(edits => {
    const after = readLinks(applyEdits(source, edits))
    return additions.every(({ label }) => after.find(label) !== undefined)
  })
  return counting ?? tries[0]!
}

/** A place and those to try after it. */
export function placesFrom(place: DefinitionPlace): DefinitionPlace[] {
  return [...new Set<DefinitionPlace>([place, 'end', 'start'])]
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** The next block; behind the last one, that one if it ends the post. */
function blockFor(
  source: string,
  blocks: readonly DefinitionBlock[],
  usedAt: number,
): DefinitionBlock | undefined {
  const next = blocks.find(block => block.from > usedAt)
  if (next) return next
  const last = blocks.at(-1)
  return last && source.slice(last.to).trim() === '' ? last : undefined
}

/** The definition the new one goes behind; undefined where it is to be the first. */
function definitionBefore(
  { definitions, order }: DefinitionBlock,
  links: LinkModel,
  added: NewDefinition,
): Definition | undefined {
  if (order === 'none' || definitions.length < 2) return definitions.at(-1)
  if (order === 'label') {
    const id = normaliseLinkId(added.label)
    return definitions.findLast(definition => definition.id < id)
  }
  const firstUses = firstUsesOf(links)
  return definitions.findLast(definition => (firstUses.get(definition) ?? Infinity) < added.usedAt)
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}

function indentOf(source: string, block: DefinitionBlock): string {
  const { from } = block.definitions.at(-1)!.span
  return /^ */.exec(source.slice(lineStart(source, from), from))![0]
}

/** The end of the line, and of lines with attribute lists that belong to the definition on it. */
function endWithAttributes(source: string, from: number): number {
  const rest = /[^\n]*?(?:\r?\n {0,3}\{:[^\n]*?)*(?=\r?\n|$(?![\s\S]))/y
  rest.lastIndex = from
  return from + (rest.exec(source)?.[0].length ?? 0)
}

function placeOfNewBlock(source: string, usedAt: number, place: DefinitionPlace): number {
  const { body } = splitFrontMatter(source)
  if (place === 'start') return body.from
  const heading = place === 'section' ? nextHeading(source, usedAt) : undefined
  return Math.max(endOfText(source.slice(0, heading)), body.from)
}

/** The end of the last line that is not blank. */
export function endOfText(source: string): number {
  const end = source.trimEnd().length
  return end + /^[^\S\r\n]*/.exec(source.slice(end))![0].length
}

function nextHeading(source: string, from: number): number | undefined {
  const heading = /^#{1,6}[^\n#]/gm
  heading.lastIndex = from
  return heading.exec(source)?.index
}

function newBlock(source: string, at: number, lines: readonly string[], newline: string): string {
  const { body } = splitFrontMatter(source)
  const block = lines.join(newline)
  if (at === body.from)
    return (
      block + newline + (source.slice(at).trim() === '' || /^\r?\n/.test(source.slice(at)) ? '' : newline)
    )
  return newline + newline + block + (at === source.length ? newline : '')
}
