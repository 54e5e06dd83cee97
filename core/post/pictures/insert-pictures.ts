import type { EditResult, Span } from '../../text/index.ts'
import { type PictureForm, writePicture } from './picture-form.ts'

/** Pictures in a text, and the places where their words belong. */
export interface InsertedPictures extends EditResult {
  readonly selection: Span
  /** In the text after the edits, in the order they are visited. */
  readonly stops: readonly Span[]
  /** Behind the last one. */
  readonly end: number
}

/**
 * Puts pictures into a post as its author writes them, one a line, each a paragraph of its own where the cursor stands
 * in no words. The words selected become the first one's description; else the cursor waits where it belongs.
 *
 * @param paths of the files, from the site's root
 */
export function insertPictures(
  source: string,
  selection: Span,
  paths: readonly string[],
  form: PictureForm,
): InsertedPictures {
  const alt = source.slice(selection.from, selection.to).replaceAll(/\s+/g, ' ').trim()
  const written = paths.map((path, index) => writePicture(form, path, index === 0 ? alt : ''))
  const [opening, closing] = gapsAround(source, selection, written[0]?.markup ?? '', paths.length)
  const stops: Span[] = []
  let first: Span | undefined
  let insert = opening
  for (const [index, { markup, words, alt: altSpan }] of written.entries()) {
    if (index > 0) insert += '\n\n'
    const at = selection.from + insert.length
    stops.push(...words.map(span => moved(span, at)))
    if (index === 0 && altSpan) first = moved(altSpan, at)
    insert += markup
  }
  const end = selection.from + insert.length
  return {
    edits: [{ from: selection.from, to: selection.to, insert: insert + closing }],
    selection: first ?? { from: end, to: end },
    stops,
    end,
  }
}

function moved({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by }
}

/**
 * What goes before and behind, so that pictures are paragraphs of their own. A single one on a line with words stands
 * among them.
 */
export function gapsAround(
  source: string,
  { from, to }: Span,
  markup: string,
  count: number,
): readonly [string, string] {
  const lineFrom = source.lastIndexOf('\n', from - 1) + 1
  const lineTo = source.indexOf('\n', to) < 0 ? source.length : source.indexOf('\n', to)
  const hasBefore = source.slice(lineFrom, from).trim() !== ''
  const hasAfter = source.slice(to, lineTo).trim() !== ''
  if (count === 1 && !markup.includes('\n') && (hasBefore || hasAfter)) return ['', '']
  const lineAbove = source.slice(source.lastIndexOf('\n', lineFrom - 2) + 1, Math.max(lineFrom - 1, 0))
  const lineBelow = /^\n([^\n]*)/.exec(source.slice(lineTo))?.[1] ?? ''
  return [
    hasBefore ? '\n\n' : lineAbove.trim() === '' ? '' : '\n',
    hasAfter ? '\n\n' : lineBelow.trim() === '' ? '' : '\n',
  ]
}
