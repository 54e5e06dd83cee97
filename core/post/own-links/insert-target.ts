import type { EditResult } from '../../text/index.ts'
import type { OpenReference } from '../references/complete-reference.ts'
import { insertReference } from '../references/insert-reference.ts'
import type { LinkHouse } from '../references/link-house.ts'

/**
 * Makes a link to a document of what is being typed behind a bracket: `[Small di` becomes the document's name, linked;
 * behind `[words][` the words are. The label and its definition are the author's.
 */
export function insertTarget(
  source: string,
  { span, place }: OpenReference,
  target: { readonly name: string; readonly url: string },
  house: LinkHouse,
): EditResult | undefined {
  const before = source.slice(0, span.from - 1)
  const typedWords = place === 'label' ? /\[([^[\]\n]+)\]$/.exec(before) : undefined
  if (place === 'label' && !typedWords) return undefined
  const from = typedWords ? typedWords.index : span.from - 1
  const to = source[span.to] === ']' ? span.to + 1 : span.to
  const words = typedWords?.[1] ?? target.name
  const closed = source.slice(0, from) + words + source.slice(to)
  const linked = insertReference(closed, { from, to: from + words.length }, { url: target.url }, house)
  const grown = to - from - words.length
  const inSource = (at: number): number => (at > from ? at + grown : at)
  const [link, ...rest] = linked.edits
  return {
    edits: [
      { from, to, insert: link!.insert },
      ...rest.map(({ insert, ...edit }) => ({ from: inSource(edit.from), to: inSource(edit.to), insert })),
    ],
    ...(linked.selection && { selection: linked.selection }),
  }
}
