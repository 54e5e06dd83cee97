import { normaliseLinkId } from '../../kramdown/index.ts'
import { type EditResult, type Span, type TextEdit, applyEdits, sliceSpan } from '../../text/index.ts'
import { bracketedWords, labelsFreeIn, proposeLabel } from './label.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { type LinkModel, readLinks } from './link-model.ts'
import { type NewDefinition, definitionsThatCount } from './place-definitions.ts'
import { writeDefinition } from './write-link.ts'

/** Text on its way to another post, with where its references lead. JSON-safe. */
export interface CarriedText {
  readonly text: string
  readonly references: readonly CarriedReference[]
  /** Words in brackets that are no links, in offsets of the text. */
  readonly plain: readonly Span[]
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
  const links = readLinks(source)
  const isInside = (place: Span): boolean => span.from <= place.from && place.to <= span.to
  const moved = (place: Span): Span => ({ from: place.from - span.from, to: place.to - span.from })
  return {
    text: sliceSpan(source, span),
    references: links.uses.flatMap(({ definition, tailSpan, span: place }) => {
      if (!definition || !isInside(place)) return []
      const { label, url, title } = definition
      return [{ tailSpan: moved(tailSpan), label, url, ...(title !== undefined && { title }) }]
    }),
    plain: links.undefined.filter(isInside).map(moved),
  }
}

/**
 * Pastes such a text. Its links lead where they led: a definition that is missing is added, a label that stands for
 * something else here is changed for a free one, and brackets that were no link do not become one.
 */
export function pasteCarried(
  source: string,
  selection: Span,
  carried: CarriedText,
  house: LinkHouse = plainHouse,
): EditResult {
  const before = applyEdits(source, [{ ...selection, insert: '' }])
  const links = readLinks(before)
  const { labels, additions } = chooseLabels(before, links, carried, house, selection.from)
  const names = new Set(additions.map(addition => normaliseLinkId(addition.label)))
  const isLink = (word: string): boolean => links.find(word) !== undefined || names.has(normaliseLinkId(word))
  const insert = applyEdits(carried.text, [
    ...carried.references.flatMap((reference, index) =>
      labels[index] === reference.label ? [] : [{ ...reference.tailSpan, insert: `[${labels[index]}]` }],
    ),
    ...escapeBrackets(carried, isLink),
  ])
  const pasted = applyEdits(before, [{ from: selection.from, to: selection.from, insert }])
  const grown = insert.length - (selection.to - selection.from)
  const definitions = definitionsThatCount(pasted, readLinks(pasted), additions, house.place).map(edit =>
    outsidePaste(edit, selection, insert.length, grown),
  )
  const behind = selection.from + insert.length
  return { edits: [{ ...selection, insert }, ...definitions], selection: { from: behind, to: behind } }
}

function chooseLabels(
  before: string,
  links: LinkModel,
  { text, references, plain }: CarriedText,
  house: LinkHouse,
  usedAt: number,
): { readonly labels: readonly string[]; readonly additions: readonly NewDefinition[] } {
  const taken = new Set([...bracketedWords(before, links.undefined), ...bracketedWords(text, plain)])
  const isFree = labelsFreeIn(links, taken)
  const chosen = new Map<string, string>()
  const additions = new Map<string, NewDefinition>()
  const labels = references.map(({ label, url, title }) => {
    const target = { url, title }
    const key = JSON.stringify([url, title])
    const before = chosen.get(key)
    if (before !== undefined) return before
    const free = (name: string): boolean => isFree(name, target) && !additions.has(normaliseLinkId(name))
    const known = links.definitions.find(each => !each.overruled && each.url === url && each.title === title)
    const name = free(label)
      ? label
      : (known?.label ?? proposeLabel(label, url, links, { house: asWritten(house), isFree: free }))
    chosen.set(key, name)
    const line = links.find(name) ? undefined : writeDefinition(name, target, house.inAngles)
    if (line !== undefined) additions.set(normaliseLinkId(name), { label: name, line, usedAt })
    return name
  })
  return { labels, additions: [...additions.values()] }
}

function escapeBrackets({ text, plain }: CarriedText, isLink: (word: string) => boolean): TextEdit[] {
  return plain.flatMap(span =>
    [...sliceSpan(text, span).matchAll(/\[([^[\]]*)\]/g)]
      .filter(match => isLink(match[1]!))
      .map(match => ({ from: span.from + match.index, to: span.from + match.index, insert: '\\' })),
  )
}

/** An edit of the text with the paste, in offsets of the text before it. */
function outsidePaste(edit: TextEdit, selection: Span, pasted: number, grown: number): TextEdit {
  if (edit.from < selection.from + pasted) return edit
  return { ...edit, from: edit.from - grown, to: edit.to - grown }
}

/** A label that has to give way keeps its spelling and gets a number. */
function asWritten(house: LinkHouse): LinkHouse {
  return { ...house, labelsFor: label => [label] }
}
