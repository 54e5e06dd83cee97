import { normaliseLinkId } from '../../kramdown/index.ts'
import type { Span, TextEdit } from '../../text/index.ts'
import { bracketedWords, labelsFreeIn, proposeLabel } from './label.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { type Definition, type LinkModel, type LinkUse, readLinks } from './link-model.ts'
import { hasLiquid, meansSameAnywhere } from './liquid-address.ts'
import {
  type DefinitionPlace,
  type NewDefinition,
  placeDefinitions,
  placesFrom,
} from './place-definitions.ts'
import { type LinkChange, type LinkRefusal, type LinkRefusalCode, refuseLink } from './refusal.ts'
import { keepPage } from './same-page.ts'
import { writeDefinition } from './write-link.ts'

export interface ConvertOptions {
  /** Only links that touch this stretch; all of the post where it is left out. */
  readonly within?: Span
  /** How the author writes links; learned from other posts. */
  readonly house?: LinkHouse
}

/** Turns links that carry their address into references, pictures too, and adds the definitions they need. */
export function toReferences(
  source: string,
  { within, house = plainHouse }: ConvertOptions = {},
): LinkChange {
  const links = readLinks(source)
  const inline = links.uses.filter(use => use.style === 'inline' && touches(use.span, within))
  const refused: LinkRefusal[] = []
  const able = inline.filter(use => {
    const code = reasonAgainst(use, links)
    if (code) refused.push(refuseLink(code, use))
    return code === undefined
  })
  const context = { source, links, house, bracketed: bracketedWords(source, links.undefined) }
  const best = bestPlace(context, able)
  refused.push(...best.dropped.map(use => refuseLink('links.changes-page', use)))
  return {
    edits: best.edits,
    changed: best.kept.length,
    refused: refused.toSorted((a, b) => a.span.from - b.span.from),
  }
}

export function touches(span: Span, within: Span | undefined): boolean {
  return within === undefined || (span.from <= within.to && within.from <= span.to)
}

function reasonAgainst(use: LinkUse, { scopes }: LinkModel): LinkRefusalCode | undefined {
  if (writeDefinition('x', use) === undefined)
    return /[\r\n]/.test(use.url + (use.title ?? '')) ? 'links.two-lines' : 'links.unwritable'
  if (!hasLiquid(use.url + (use.title ?? ''))) return undefined
  if (scopes.some(({ name, from, to }) => name === 'raw' && from < use.span.from && use.span.to < to))
    return 'links.liquid-block'
  return meansSameAnywhere(use.url) && !hasLiquid(use.title ?? '') ? undefined : 'links.liquid-address'
}

interface Context {
  readonly source: string
  readonly links: LinkModel
  readonly house: LinkHouse
  readonly bracketed: ReadonlySet<string>
}

/** At the end of some posts no definition can stand, as what is open there swallows it. */
function bestPlace(context: Context, uses: readonly LinkUse[]) {
  let best: ReturnType<typeof convertAt> | undefined
  for (const place of placesFrom(context.house.place)) {
    const converted = convertAt(context, uses, place)
    if (!best || converted.kept.length > best.kept.length) best = converted
    if (best.dropped.length * 2 <= uses.length) break
  }
  return best!
}

function convertAt(context: Context, uses: readonly LinkUse[], place: DefinitionPlace) {
  return keepPage(context.source, uses, some => editsFor(context, some, place))
}

function editsFor(context: Context, uses: readonly LinkUse[], place: DefinitionPlace): TextEdit[] {
  const { source, links, house, bracketed } = context
  const added = new Map<string, NewDefinition>()
  const labels = new Map<string, string>()
  const known = definedTargets(links)
  const isFree = labelsFreeIn(links, bracketed)
  const tails = uses.map(use => {
    const { url, title, text, tailSpan } = use
    const target = targetKey(use)
    let label = known.get(target)?.label ?? labels.get(target)
    if (label === undefined) {
      label = proposeLabel(text, url, links, {
        house,
        isFree: candidate => isFree(candidate, use) && !added.has(normaliseLinkId(candidate)),
      })
      labels.set(target, label)
      const line = writeDefinition(label, { url, title }, house.inAngles)!
      added.set(normaliseLinkId(label), { label, line, usedAt: use.span.from })
    }
    return { ...tailSpan, insert: tailFor(source, use, label, house) }
  })
  return [...tails, ...placeDefinitions(source, links, [...added.values()], place)]
}

function targetKey({ url, title }: Pick<LinkUse, 'url' | 'title'>): string {
  return JSON.stringify([url, title])
}

/** Definitions of the post that a link could use as well. */
function definedTargets({ definitions, scopes }: LinkModel): Map<string, Definition> {
  const targets = new Map<string, Definition>()
  for (const definition of definitions) {
    const { overruled, hasAttributes, span } = definition
    const isConditional = scopes.some(scope => scope.from < span.from && span.from < scope.to)
    const key = targetKey(definition)
    if (!overruled && !hasAttributes && !isConditional && !targets.has(key)) targets.set(key, definition)
  }
  return targets
}

/** What stands behind the text's brackets. Where text and label are the same, as the author does it then. */
export function tailFor(source: string, use: LinkUse, label: string, house: LinkHouse): string {
  const isSame = !/[\\`*_<[\]!&]/.test(use.text) && normaliseLinkId(use.text) === normaliseLinkId(label)
  if (!isSame || house.sameWords === 'full') return `[${label}]`
  // A bracket or parenthesis that follows would be read as the label or the address.
  const canBeShort = house.sameWords === 'shortcut' && !/^\s*[[(]/.test(source.slice(use.span.to))
  return canBeShort ? '' : '[]'
}
