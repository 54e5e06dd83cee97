import { findHeadings } from '../post/writing/index.ts'
import type { Site } from './create-site.ts'
import { renderDocument } from './render-document.ts'

/**
 * The anchors of a document's headings by their line, from 1, as Jekyll publishes them: kramdown's automatic ids with
 * the options of the site, ids the author gave, and what Liquid writes into a heading.
 *
 * @param source the text of the document's file
 */
export function headingAnchors(site: Site, path: string, source: string): ReadonlyMap<number, string> {
  const blocks = renderDocument(site, { path, source, blocks: true })?.blocks ?? []
  const rendered = blocks.filter(({ html }) => /^\s*<h[1-6]\b/.test(html))
  const written = findHeadings(source)
  // The line of what Liquid writes is a guess; heading for heading it is none.
  const isOneToOne = rendered.length === written.length
  return new Map(
    rendered.flatMap(({ html, line }, index) => {
      const id = /^\s*<h[1-6]\b[^>]*?\sid="([^"]+)"/.exec(html)?.[1]
      return id === undefined ? [] : [[isOneToOne ? written[index]!.line : line, unescaped(id)] as const]
    }),
  )
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
