import type { TextEdit } from '../../text/index.ts'
import { usesOf } from './definition-blocks.ts'
import { type Definition, type LinkModel, type LinkUse, readLinks } from './link-model.ts'
import { hasLiquid, meansSameAnywhere } from './liquid-address.ts'
import { type LinkChange, type LinkRefusal, type LinkRefusalCode, refuseLink } from './refusal.ts'
import { removeDefinitions } from './remove-definitions.ts'
import { keepPage } from './same-page.ts'
import { type ConvertOptions, touches } from './to-reference.ts'
import { writeAddress } from './write-link.ts'

export interface InlineOptions extends Pick<ConvertOptions, 'within'> {
  /** Only links with this label. */
  readonly of?: string
}

/**
 * Gives references their address back. A definition moves with its last link; one that no link used before stays, as
 * taking it out was not asked for.
 */
export function toInline(source: string, { within, of }: InlineOptions = {}): LinkChange {
  const links = readLinks(source)
  const only = of === undefined ? undefined : links.find(of)
  const refused: LinkRefusal[] = []
  const able = links.uses.filter(use => {
    if (!use.definition || !touches(use.span, within)) return false
    if (of !== undefined && use.definition !== only) return false
    const code = reasonAgainst(use.definition, links)
    if (code) refused.push(refuseLink(code, use))
    return code === undefined
  })
  const { edits: tails, kept, dropped } = keepPage(source, able, some => some.map(tailEdit))
  // Some definitions hold a list or a paragraph together with their line: those stay.
  const { edits } = keepPage(source, leftBy(links, kept), left => [
    ...tails,
    ...removeDefinitions(source, left),
  ])
  refused.push(...dropped.map(use => refuseLink('links.changes-page', use)))
  return {
    edits,
    changed: kept.length,
    refused: refused.toSorted((a, b) => a.span.from - b.span.from),
  }
}

function reasonAgainst(definition: Definition, { scopes }: LinkModel): LinkRefusalCode | undefined {
  const { url, title, hasAttributes, span } = definition
  if (hasAttributes) return 'links.attributes'
  if (scopes.some(scope => scope.from < span.from && span.from < scope.to)) return 'links.liquid-block'
  if (hasLiquid(url + (title ?? '')) && !(meansSameAnywhere(url) && !hasLiquid(title ?? '')))
    return 'links.liquid-address'
  return writeAddress(definition) === undefined ? 'links.unwritable' : undefined
}

function tailEdit({ tailSpan, definition }: LinkUse): TextEdit {
  return { ...tailSpan, insert: writeAddress(definition!)! }
}

/** The definitions that no other link uses. */
function leftBy(links: LinkModel, converted: readonly LinkUse[]): Definition[] {
  const moved = new Set(converted.map(use => use.definition!))
  return [...moved].filter(definition => usesOf(links, definition).every(use => converted.includes(use)))
}
