import { type TextEdit, sliceSpan } from '../../text/index.ts'
import { type BlockOrder, type DefinitionBlock, definitionBlocks, firstUsesOf } from './definition-blocks.ts'
import { type Definition, readLinks } from './link-model.ts'
import { type LinkChange, refuseLink } from './refusal.ts'
import { keepPage } from './same-page.ts'

/**
 * Brings the definitions of each block in order: by label, or as their links come. The author's blocks, and comments
 * between them, stay where they are.
 */
export function sortDefinitions(source: string, order: Exclude<BlockOrder, 'none'>): LinkChange {
  const links = readLinks(source)
  const firstUses = firstUsesOf(links)
  const place = (definition: Definition): number => firstUses.get(definition) ?? Infinity
  const compare =
    order === 'label'
      ? (a: Definition, b: Definition) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
      : (a: Definition, b: Definition) => (place(a) === place(b) ? 0 : place(a) - place(b))
  const blocks = definitionBlocks(source, links).filter(
    block => block.order !== order && !block.definitions.some(definition => definition.hasAttributes),
  )
  const { edits, kept, dropped } = keepPage(source, blocks, some =>
    some.flatMap(block => sortBlock(source, block, compare)),
  )
  return {
    edits,
    changed: kept.length,
    refused: dropped.map(block => refuseLink('links.changes-page', { span: block })),
  }
}

function sortBlock(
  source: string,
  { definitions }: DefinitionBlock,
  compare: (a: Definition, b: Definition) => number,
): TextEdit[] {
  const sorted = definitions.toSorted(compare)
  return definitions.flatMap(({ span }, index) =>
    sorted[index]!.span === span ? [] : [{ ...span, insert: sliceSpan(source, sorted[index]!.span) }],
  )
}
