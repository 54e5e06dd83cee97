import { type EditResult, type Span, type TextEdit, sliceSpan } from '../../text/index.ts'
import { bracketedWords, labelsFreeIn, proposeLabel } from './label.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { readLinks } from './link-model.ts'
import { definitionsThatCount } from './place-definitions.ts'
import { writeDefinition } from './write-link.ts'

export interface ReferenceRequest {
  readonly url: string
  /** Of the definition; proposed from the words where it is not given, or stands for another address here. */
  readonly label?: string
}

/**
 * Turns selected words into `[words][label]` and puts the definition into the block where the post keeps its
 * definitions; an address that is defined already is used under its label. Without a selection the label's name
 * stands for the words, selected, to be typed over.
 */
export function insertReference(
  source: string,
  selection: Span,
  { url, label }: ReferenceRequest,
  house: LinkHouse = plainHouse,
): EditResult {
  const links = readLinks(source)
  const words = sliceSpan(source, selection)
  const isFree = labelsFreeIn(links, bracketedWords(source, links.undefined))
  const known = links.definitions.find(definition => !definition.overruled && definition.url === url)
  const asked = label !== undefined && isFree(label, { url, title: links.find(label)?.title })
  const name = asked ? label : (known?.label ?? proposeLabel(label ?? words, url, links, { house, isFree }))
  const text = words === '' ? name : words
  const insert = `[${text}][${name}]`
  const edits: TextEdit[] = [{ ...selection, insert }]
  const line = links.find(name) ? undefined : writeDefinition(name, { url, title: undefined }, house.inAngles)
  if (line !== undefined)
    edits.push(
      ...definitionsThatCount(source, links, [{ label: name, line, usedAt: selection.to }], house.place),
    )
  const selected = { from: selection.from + 1, to: selection.from + 1 + text.length }
  const behind = selection.from + insert.length
  return { edits, selection: words === '' ? selected : { from: behind, to: behind } }
}
