import { escapeAttribute } from '../../text/index.ts'
import type { EditResult, Span } from '../../text/index.ts'
import { writePictureAddress } from './picture-address.ts'
import type { PictureHouse } from './picture-house.ts'

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
  house: PictureHouse,
): EditResult {
  const alt = source.slice(selection.from, selection.to).replaceAll(/\s+/g, ' ').trim()
  const written = paths.map((path, index) => write(house, path, index === 0 ? alt : ''))
  const lineFrom = source.lastIndexOf('\n', selection.from - 1) + 1
  const before = source.slice(lineFrom, selection.from)
  const after = /^[^\n]*/.exec(source.slice(selection.to))?.[0] ?? ''
  const [opening, closing] =
    before.trim() === '' && after.trim() === ''
      ? ['', '']
      : paths.length === 1
        ? ['', '']
        : [before.trim() === '' ? '' : '\n\n', after.trim() === '' ? '' : '\n\n']
  const insert = opening + written.map(({ markup }) => markup).join('\n\n') + closing
  const from = selection.from + opening.length + (written[0]?.altAt ?? 0)
  return {
    edits: [{ from: selection.from, to: selection.to, insert }],
    selection: { from, to: from + (alt === '' ? 0 : (written[0]?.altLength ?? 0)) },
  }
}

interface Written {
  readonly markup: string
  /** Where in it the description stands. */
  readonly altAt: number
  readonly altLength: number
}

function write(house: PictureHouse, path: string, alt: string): Written {
  const address = writePictureAddress(house, path)
  if (house.form === 'markdown') {
    const words = alt.replaceAll(/[[\]\\]/g, String.raw`\$&`)
    return { markup: `![${words}](${address})`, altAt: 2, altLength: words.length }
  }
  const words = escapeAttribute(alt)
  const quote = address.includes('"') ? "'" : '"'
  const start = `<img${house.attributes === '' ? '' : ` ${house.attributes}`} src=${quote}${address}${quote} alt="`
  return { markup: `${start}${words}">`, altAt: start.length, altLength: words.length }
}
