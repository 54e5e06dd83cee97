import { jekyllOptions, parse, toHtmlBlocks } from '../../kramdown/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** The anchor Jekyll gives each heading of a post, by the offset of its line. */
export function headingIds(source: string): ReadonlyMap<number, string> {
  const { body } = splitFrontMatter(source)
  const { root } = parse(source.slice(body.from), jekyllOptions)
  const ids = new Map<number, string>()
  for (const { html, span } of toHtmlBlocks(root, jekyllOptions)) {
    const id = /^\s*<h[1-6]\b[^>]*?\sid="([^"]+)"/.exec(html)?.[1]
    if (id !== undefined) ids.set(lineStart(source, body.from + span.from), unescaped(id))
  }
  return ids
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
