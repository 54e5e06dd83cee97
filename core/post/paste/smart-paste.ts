import { type EditResult, type Span, sliceSpan } from '../../text/index.ts'
import { insertEmbed, isRefusal, recogniseEmbed } from '../embeds/index.ts'
import { type LinkHouse, insertReference, readLinks } from '../references/index.ts'
import { placeInPost } from './place-in-post.ts'

/** What a paste could become; the raw paste is already in the text, so that one undo gives it back. */
export interface SmartPaste {
  readonly type: 'embed' | 'link' | 'markdown'
  readonly result: EditResult
  /** What the writer should know of the embed. */
  readonly notice?: string
}

/**
 * What to make of text that was just pasted: over words an address becomes a link on them, on a line of its own an
 * embed code or the address of slides or a video becomes an embed. In code, HTML and front matter nothing does.
 *
 * @param source   the post with the raw paste in it
 * @param pasted   where the paste stands
 * @param replaced the words it replaced
 * @param house    how the author writes links
 */
export function smartPaste(
  source: string,
  pasted: Span,
  replaced: string,
  house?: LinkHouse,
): SmartPaste | undefined {
  const text = sliceSpan(source, pasted).trim()
  if (text === '' || text.length > 20_000) return undefined
  if (replaced !== '') return linkOver(source, pasted, text, replaced, house)
  return embedOnOwnLine(source, pasted, text)
}

function linkOver(
  source: string,
  pasted: Span,
  url: string,
  words: string,
  house?: LinkHouse,
): SmartPaste | undefined {
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(url) || /\n/.test(words) || /^https?:\/\/\S+$/.test(words))
    return undefined
  const before = source.slice(0, pasted.from) + words + source.slice(pasted.to)
  const selection = { from: pasted.from, to: pasted.from + words.length }
  if (placeInPost(before, selection.from + 1) !== 'text') return undefined
  return { type: 'link', result: overPaste(linkWords(before, selection, url, house), pasted, words) }
}

/** As the post does it: by reference where it has definitions, else inline. */
function linkWords(source: string, selection: Span, url: string, house?: LinkHouse): EditResult {
  if (readLinks(source).definitions.length > 0) return insertReference(source, selection, { url }, house)
  const insert = `[${sliceSpan(source, selection)}](${url})`
  const end = selection.from + insert.length
  return { edits: [{ ...selection, insert }], selection: { from: end, to: end } }
}

/** The same edits, in a text where the paste stands in the place of the words. */
function overPaste(result: EditResult, pasted: Span, words: string): EditResult {
  const shift = pasted.to - pasted.from - words.length
  const moved = (offset: number): number => (offset >= pasted.from + words.length ? offset + shift : offset)
  const edits = result.edits.map(edit => ({ ...edit, from: moved(edit.from), to: moved(edit.to) }))
  return { ...result, edits }
}

function embedOnOwnLine(source: string, pasted: Span, text: string): SmartPaste | undefined {
  const lineStart = source.lastIndexOf('\n', pasted.from - 1) + 1
  const lineEnd = source.indexOf('\n', pasted.to)
  const around =
    source.slice(lineStart, pasted.from) + source.slice(pasted.to, lineEnd < 0 ? source.length : lineEnd)
  if (around.trim() !== '') return undefined
  const embed = recogniseEmbed(text)
  if (isRefusal(embed) || !['slides', 'video', 'audio', 'code', 'social'].includes(embed.kind))
    return undefined
  const blank = source.slice(0, pasted.from) + source.slice(pasted.to)
  if (placeInPost(blank, pasted.from) !== 'text') return undefined
  const inserted = insertEmbed(source, pasted, text)
  if (isRefusal(inserted)) return undefined
  return {
    type: 'embed',
    result: inserted,
    ...(inserted.notice !== undefined && { notice: inserted.notice }),
  }
}
