import type { TextEdit } from '../../text/index.ts'
import { usesOf } from './definition-blocks.ts'
import { plainHouse } from './link-house.ts'
import { type Definition, type LinkModel, readLinks } from './link-model.ts'
import { type LinkChange, refuseLink } from './refusal.ts'
import { removeDefinitions } from './remove-definitions.ts'
import { keepPage } from './same-page.ts'
import { tailFor } from './to-reference.ts'

/** Definitions that lead to one place under several labels, or say the same twice. The first is the one to keep. */
export function duplicateDefinitions({ definitions }: LinkModel): Definition[][] {
  const groups = new Map<string, Definition[]>()
  for (const definition of definitions) {
    if (definition.hasAttributes) continue
    const key = JSON.stringify([definition.url, definition.title])
    const group = groups.get(key)
    if (group) group.push(definition)
    else groups.set(key, [definition])
  }
  return [...groups.values()].filter(group => group.length > 1)
}

/** Lets links that lead to one place use one label, and takes the other definitions out. */
export function mergeDefinitions(source: string): LinkChange {
  const links = readLinks(source)
  const doubles = duplicateDefinitions(links).flatMap(group => {
    const kept = group.find(definition => !definition.overruled)
    return kept ? group.filter(definition => definition !== kept).map(double => ({ kept, double })) : []
  })
  const { edits, kept, dropped } = keepPage(source, doubles, some => [
    ...some.flatMap(({ kept, double }) => relabel(source, links, double, kept)),
    ...removeDefinitions(
      source,
      some.map(({ double }) => double),
    ),
  ])
  return {
    edits,
    changed: kept.length,
    refused: dropped.map(({ double }) => refuseLink('links.changes-page', double)),
  }
}

function relabel(source: string, links: LinkModel, from: Definition, to: Definition): TextEdit[] {
  return usesOf(links, from).map(use => ({
    ...use.tailSpan,
    insert: tailFor(source, use, to.label, { ...plainHouse, sameWords: 'collapsed' }),
  }))
}
