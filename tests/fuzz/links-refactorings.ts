import {
  type CarriedText,
  type LinkHouse,
  type LinkModel,
  carryLinks,
  duplicateDefinitions,
  mergeDefinitions,
  pasteCarried,
  pruneDefinitions,
  readLinks,
  renameLabel,
  sortDefinitions,
  toInline,
  toReferences,
  unusedDefinitions,
} from '../../core/post/index.ts'
import { LecternError } from '../../core/errors.ts'
import { type TextEdit, applyEdits } from '../../core/text/index.ts'
import type { Random } from './random.ts'

/** One edit of a post, and the text that has to look the same as what it makes. */
export interface Refactoring {
  readonly name: string
  readonly edits: readonly TextEdit[]
  /** Publishes what the edited text has to publish. */
  readonly alike: string
  /** What of the text before may go: links, definitions and their lines. */
  readonly pasted?: string
}

export interface Scene {
  readonly source: string
  readonly links: LinkModel
  readonly house: LinkHouse
  /** Another post of the blog, to take text from. */
  readonly other: string
  readonly random: Random
}

type Kind = (scene: Scene) => Refactoring | undefined

const words = [
  'here',
  'notes',
  'The Talk',
  'ocaml-tls',
  'sic',
  'x',
  '1',
  'long label of words',
  'Ünïcode',
  'a.b',
]

const rename: Kind = ({ source, links, random }) => {
  if (links.definitions.length === 0) return undefined
  const { label } = random.pick(links.definitions)
  const use = links.uses.length > 0 ? random.pick(links.uses).text.replace(/\s+/g, ' ') : 'word'
  const to = random.pick([`${label}-${random.below(90)}`, random.pick(words), use, label.toUpperCase()])
  return { name: 'rename', edits: renameLabel(source, label, to), alike: source }
}

const toReference: Kind = ({ source, links, house, random }) => {
  // An address with Liquid stays where it is more often than not.
  const inline = links.uses.filter(use => use.style === 'inline' && !/\{[{%]/.test(use.url))
  if (inline.length === 0) return undefined
  const within = random.chance(0.3) ? undefined : random.pick(inline).span
  const change = toReferences(source, { house, ...(within && { within }) })
  return { name: 'to reference', edits: change.edits, alike: source }
}

const toAddress: Kind = ({ source, links, random }) => {
  const references = links.uses.filter(use => use.definition)
  if (references.length === 0) return undefined
  const within = random.chance(0.2) ? undefined : random.pick(references).span
  return { name: 'to address', edits: toInline(source, within ? { within } : {}).edits, alike: source }
}

const sort: Kind = ({ source, links, random }) => {
  if (links.definitions.length < 2) return undefined
  const { edits } = sortDefinitions(source, random.pick(['use', 'label']))
  return { name: 'sort', edits, alike: source }
}

const merge: Kind = ({ source, links }) => {
  if (duplicateDefinitions(links).length === 0) return undefined
  return { name: 'merge', edits: mergeDefinitions(source).edits, alike: source }
}

const prune: Kind = ({ source, links }) => {
  if (unusedDefinitions(links).length === 0) return undefined
  return { name: 'prune', edits: pruneDefinitions(source).edits, alike: source }
}

/** A paragraph of another post, put between two paragraphs of this one. */
const moveText: Kind = ({ source, house, other, random }) => {
  const spans = paragraphs(other).filter(({ from, to }) => /\]/.test(other.slice(from, to)))
  const places = paragraphs(source)
  if (spans.length === 0 || places.length === 0) return undefined
  const span = random.pick(spans)
  const carried = carryLinks(other, span)
  const { to: at } = random.pick(places)
  const { text } = carried
  const block: CarriedText = shifted({ ...carried, text: `\n\n${text}` }, 2)
  const { edits } = pasteCarried(source, { from: at, to: at }, block, house)
  const alone = applyEdits(block.text, [...addressesOf(block), ...escaped(block, source)])
  const alike = applyEdits(source, [{ from: at, to: at, insert: alone }])
  return { name: 'move text', edits, alike, pasted: block.text }
}

const kinds: readonly (readonly [weight: number, kind: Kind])[] = [
  [4, rename],
  [4, toReference],
  [3, toAddress],
  [2, sort],
  [1, merge],
  [1, prune],
  [4, moveText],
]

/** An edit of a random kind; undefined where this kind has nothing to do or is refused. */
export function randomRefactoring(scene: Scene): Refactoring | undefined {
  const all = kinds.flatMap(([weight, kind]) => Array.from({ length: weight }, () => kind))
  try {
    return scene.random.pick(all)(scene)
  } catch (error) {
    if (error instanceof LecternError) return undefined
    throw error
  }
}

/** Texts between blank lines that are plain paragraphs without Liquid. */
function paragraphs(source: string): { readonly from: number; readonly to: number }[] {
  const front = /^---[\s\S]*?\n---[^\n]*\n/.exec(source)?.[0].length ?? 0
  return [...source.slice(front).matchAll(/(?<=\n\n)\p{L}[^\n]*(?:\n[^\n]+)*(?=\n\n)/gu)]
    .filter(([text]) => !/\{[{%:]|\||^\S*:|<|^ |\n\s*(?:[-*+>#=]|\d+\.)/.test(text))
    .map(match => ({ from: front + match.index, to: front + match.index + match[0].length }))
}

function shifted(carried: CarriedText, by: number): CarriedText {
  const move = (span: { readonly from: number; readonly to: number }) => ({
    from: span.from + by,
    to: span.to + by,
  })
  return {
    ...carried,
    references: carried.references.map(each => ({ ...each, tailSpan: move(each.tailSpan) })),
    plain: carried.plain.map(move),
  }
}

/** The references of a text with their address in parentheses, written without regard to any style. */
function addressesOf({ references }: CarriedText): TextEdit[] {
  return references.map(({ tailSpan, url, title }) => ({
    ...tailSpan,
    insert: `(<${url}>${title === undefined ? '' : ` "${title}"`})`,
  }))
}

/** Brackets that were no link and would be one here, were they not escaped. */
function escaped({ text, plain }: CarriedText, target: string): TextEdit[] {
  const { find } = readLinks(target)
  return plain.flatMap(span =>
    [...text.slice(span.from, span.to).matchAll(/\[([^[\]]*)\]/g)]
      .filter(match => find(match[1]!))
      .map(match => ({ from: span.from + match.index, to: span.from + match.index, insert: '\\' })),
  )
}
