import { type EditResult, type Span, sliceSpan } from '../../text/index.ts'
import {
  type Embed,
  type EmbedStyle,
  type HouseStyle,
  insertMarkup,
  titleOf,
  writeEmbed,
} from '../embeds/index.ts'
import { type LinkHouse, insertReference, readLinks } from '../references/index.ts'
import type { PasteForm, SmartPaste } from './smart-paste.ts'

/** How the author writes links and embeds. */
export interface PasteHouse {
  readonly links?: LinkHouse
  readonly embeds?: HouseStyle
  /** The way of writing the writer chose for a provider. */
  readonly styleOf?: (provider: string) => EmbedStyle
}

/**
 * What a paste becomes by itself: the embed, the Markdown, a link over words as the post writes its links. A bare
 * address stays as it is: it may be meant so.
 */
export function formByItself(source: string, paste: SmartPaste): PasteForm {
  const [best] = paste.forms
  if (best !== 'link') return best ?? 'plain'
  if (paste.words === '') return 'plain'
  return readLinks(source).definitions.length > 0 ? 'reference' : 'link'
}

/** The edits that make one form of a raw paste, with the selection after them; none for `plain`. */
export function writePaste(
  source: string,
  paste: SmartPaste,
  form: PasteForm,
  house: PasteHouse = {},
): EditResult {
  const { pasted, embed, markdown } = paste
  switch (form) {
    case 'embed':
      return embed ? embedOver(source, pasted, embed, house) : { edits: [] }
    case 'markdown':
      return replacing(pasted, markdown ?? sliceSpan(source, pasted))
    case 'link':
      return replacing(pasted, inlineLink(source, paste))
    case 'reference':
      return referenceOver(source, paste, house.links)
    case 'plain':
      return { edits: [] }
  }
}

function embedOver(source: string, pasted: Span, embed: Embed, { embeds, styleOf }: PasteHouse): EditResult {
  const style = styleOf?.(embed.provider) ?? 'house'
  return insertMarkup(source, pasted, writeEmbed(embed, style, embeds))
}

function replacing(span: Span, insert: string): EditResult {
  const end = span.from + insert.length
  return { edits: [{ ...span, insert }], selection: { from: end, to: end } }
}

/** On words; an address without any is its own words. */
function inlineLink(source: string, paste: SmartPaste): string {
  const url = addressOf(source, paste)
  const words = wordsOf(paste)
  if (words === '') return `<${url}>`
  const target = /[()\s]/.test(url) ? `<${url}>` : url
  return `[${words}](${target})`
}

/** As if the words had been selected, in a text where the paste stands in their place. */
function referenceOver(source: string, paste: SmartPaste, house?: LinkHouse): EditResult {
  const { pasted } = paste
  const url = addressOf(source, paste)
  const words = wordsOf(paste) || readable(url)
  const before = source.slice(0, pasted.from) + words + source.slice(pasted.to)
  const selection = { from: pasted.from, to: pasted.from + words.length }
  const result = insertReference(before, selection, { url }, house)
  const [link, ...definitions] = result.edits
  const shift = pasted.to - selection.to
  const moved = (offset: number): number => (offset >= selection.to ? offset + shift : offset)
  const edits = definitions.map(edit => ({ ...edit, from: moved(edit.from), to: moved(edit.to) }))
  return { ...result, edits: [{ ...pasted, insert: link!.insert }, ...edits] }
}

/** The embed's own page rather than the code that was pasted. */
function addressOf(source: string, { pasted, embed }: SmartPaste): string {
  const text = sliceSpan(source, pasted).trim()
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(text) ? text : (embed?.pageUrl ?? embed?.embedSrc ?? text)
}

function wordsOf({ words, embed }: SmartPaste): string {
  if (words !== '') return words
  return embed ? titleOf(embed).replace(/[[\]\\<`*_]/g, String.raw`\$&`) : ''
}

/** An address as a person says it, for a link that needs words. */
function readable(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, '').replace(/[[\]\\<`*_]/g, String.raw`\$&`)
}
