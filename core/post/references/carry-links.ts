import { type EditResult, type Span, type TextEdit, applyEdits, sliceSpan } from '../../text/index.ts'
import { bracketedWords, labelsFreeIn, proposeLabel } from './label.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { readLinks } from './link-model.ts'
import { placeDefinitions } from './place-definitions.ts'
import { type LinkTarget, writeDefinition } from './write-link.ts'
import { normaliseLinkId } from '../../kramdown/index.ts'

/** Text on its way to another post, with where its references lead. JSON-safe. */
export interface CarriedText {
  readonly text: string
  readonly references: readonly CarriedReference[]
}

export interface CarriedReference {
  /** What follows the words of the link, in offsets of the text. */
  readonly tailSpan: Span
  readonly label: string
  readonly url: string
  readonly title?: string
}

/** What a copied stretch of a post takes along. */
export function carryLinks(source: string, span: Span): CarriedText {
  const inside = readLinks(source).uses.filter(use => span.from <= use.span.from && use.span.to <= span.to)
  return {
    text: sliceSpan(source, span),
    references: inside.flatMap(({ definition, tailSpan }) => {
      if (!definition) return []
      const { label, url, title } = definition
      const place = { from: tailSpan.from - span.from, to: tailSpan.to - span.from }
      return [{ tailSpan: place, label, url, ...(title !== undefined && { title }) }]
    }),
  }
}

/**
 * Pastes such a text. Its links lead where they led: a definition that is missing is added, and a label that stands
 * for something else here is changed for a free one.
 */
export function pasteCarried(
  source: string,
  selection: Span,
  { text, references }: CarriedText,
  house: LinkHouse = plainHouse,
): EditResult {
  const before = applyEdits(source, [{ ...selection, insert: '' }])
  const links = readLinks(before)
  const isFree = labelsFreeIn(links, bracketedWords(before, links.undefined))
  const labels = new Map<string, string>()
  const added = new Map<string, string>()
  const tails: TextEdit[] = []
  for (const { tailSpan, label, url, title } of references) {
    const target: LinkTarget = { url, title }
    const key = JSON.stringify([url, title])
    const known = links.definitions.find(each => !each.overruled && each.url === url && each.title === title)
    const free = (name: string): boolean => isFree(name, target) && !added.has(normaliseLinkId(name))
    const name =
      labels.get(key) ??
      (free(label)
        ? label
        : (known?.label ?? proposeLabel(label, url, links, { house: asWritten(house), isFree: free })))
    if (!labels.has(key)) {
      labels.set(key, name)
      const line = links.find(name) ? undefined : writeDefinition(name, target, house.inAngles)
      if (line !== undefined) added.set(normaliseLinkId(name), line)
    }
    if (name !== label) tails.push({ ...tailSpan, insert: `[${name}]` })
  }
  const insert = applyEdits(text, tails)
  const additions = [...added].map(([id, line]) => ({ label: id, line, usedAt: selection.from }))
  const removed = selection.to - selection.from
  const definitions = placeDefinitions(before, links, additions, house.place).map(edit => {
    const shift = edit.from >= selection.from ? removed : 0
    return { ...edit, from: edit.from + shift, to: edit.to + shift }
  })
  const behind = selection.from + insert.length
  return { edits: [{ ...selection, insert }, ...definitions], selection: { from: behind, to: behind } }
}

/** A label that has to give way keeps its spelling and gets a number. */
function asWritten(house: LinkHouse): LinkHouse {
  return { ...house, labelsFor: label => [label] }
}
