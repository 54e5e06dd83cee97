import { type Definition, type LinkModel, readLinks } from './link-model.ts'
import type { LinkChange } from './refusal.ts'
import { refuseLink } from './refusal.ts'
import { removeDefinitions } from './remove-definitions.ts'
import { keepPage } from './same-page.ts'

/** Definitions no link takes its address from, those a later one overrules among them. */
export function unusedDefinitions({ definitions, uses }: LinkModel): Definition[] {
  const used = new Set(uses.map(use => use.definition))
  return definitions.filter(definition => !used.has(definition))
}

/** Takes unused definitions out; done only when asked for. */
export function pruneDefinitions(source: string): LinkChange {
  const unused = unusedDefinitions(readLinks(source))
  const { edits, kept, dropped } = keepPage(source, unused, some => removeDefinitions(source, some))
  return {
    edits,
    changed: kept.length,
    refused: dropped.map(definition => refuseLink('links.changes-page', definition)),
  }
}
