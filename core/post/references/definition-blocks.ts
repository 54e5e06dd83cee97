import type { Definition, LinkModel, LinkUse } from './link-model.ts'

/** How the author orders a block: as the links come, by label, or neither. */
export type BlockOrder = 'use' | 'label' | 'none'

/** Definitions on lines that follow each other. */
export interface DefinitionBlock {
  readonly definitions: readonly Definition[]
  readonly from: number
  readonly to: number
  readonly order: BlockOrder
}

/** The blocks of a post that lines can be added to: those in lists, quotes or Liquid are none. */
export function definitionBlocks(source: string, links: LinkModel): DefinitionBlock[] {
  const firstUses = firstUsesOf(links)
  const groups: Definition[][] = []
  let end = -1
  for (const definition of links.definitions) {
    if (!isOnOwnLine(source, definition, links)) continue
    const group = groups.at(-1)
    if (group && /^[ \t]*\r?\n {0,3}$/.test(source.slice(end, definition.span.from))) group.push(definition)
    else groups.push([definition])
    end = definition.span.to
  }
  return groups.map(definitions => ({
    definitions,
    from: definitions[0]!.span.from,
    to: definitions.at(-1)!.span.to,
    order: orderOf(definitions, firstUses),
  }))
}

/** Where each definition is used first. */
export function firstUsesOf({ uses }: LinkModel): ReadonlyMap<Definition, number> {
  const first = new Map<Definition, number>()
  for (const use of uses)
    if (use.definition && !first.has(use.definition)) first.set(use.definition, use.span.from)
  return first
}

export function usesOf({ uses }: LinkModel, definition: Definition): LinkUse[] {
  return uses.filter(use => use.definition === definition)
}

function isOnOwnLine(source: string, { span }: Definition, { scopes }: LinkModel): boolean {
  const lineStart = source.lastIndexOf('\n', span.from - 1) + 1
  return (
    /^ {0,3}$/.test(source.slice(lineStart, span.from)) &&
    !scopes.some(scope => scope.from < span.from && span.from < scope.to)
  )
}

function orderOf(definitions: readonly Definition[], firstUses: ReadonlyMap<Definition, number>): BlockOrder {
  const places = definitions.map(definition => firstUses.get(definition)).filter(place => place !== undefined)
  if (places.every((place, index) => index === 0 || places[index - 1]! <= place)) return 'use'
  const ids = definitions.map(definition => definition.id)
  return ids.every((id, index) => index === 0 || ids[index - 1]! <= id) ? 'label' : 'none'
}
