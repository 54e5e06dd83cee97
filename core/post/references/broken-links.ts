import { type Element, jekyllOptions, parse } from '../../kramdown/index.ts'
import type { Span } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { FoundProblem } from '../problem.ts'
import type { LinkModel } from './link-model.ts'
import { publishedText } from './published-text.ts'

/** What looks like a link and is none, as kramdown reads a quote as the start of a title, or `|` as a table. */
export function brokenLinks(source: string, links: LinkModel): FoundProblem[] {
  const candidates = [...source.matchAll(/!?\[[^[\]\n]*\]\([^()\n]*\)/g)]
    .map(match => ({ from: match.index, to: match.index + match[0].length }))
    .filter(span => !links.uses.some(use => use.span.from <= span.from && span.from < use.span.to))
  if (candidates.length === 0) return []
  const { text, inSource } = publishedText(source, splitFrontMatter(source).body)
  const { root } = parse(text, jekyllOptions)
  return candidates.flatMap(span => {
    const place = placeOf(root, span, inSource)
    if (!place) return []
    const written = source.slice(span.from, span.to)
    if (place === 'table' && written.includes('|'))
      return [
        problem(
          'link.table',
          span,
          'The “|” in this link makes a table of the line. Write it as %7C or \\|.',
        ),
      ]
    if (!/\s["']/.test(written)) return []
    return [
      problem(
        'link.quote-in-address',
        span,
        'This is no link to kramdown: it reads the quote as the start of a title that never ends.',
      ),
    ]
  })
}

function problem(code: string, span: Span, message: string): FoundProblem {
  return { code, severity: 'warning', message, span }
}

/** Whether a stretch is read as text, and whether in a table; undefined in code, HTML and comments. */
function placeOf(root: Element, span: Span, inSource: (span: Span) => Span): 'text' | 'table' | undefined {
  let isTable = false
  for (let element: Element | undefined = root; element;) {
    if (element.type === 'table') isTable = true
    if (element.type === 'text') return isTable ? 'table' : 'text'
    element = element.children.find(child => {
      const place = inSource(child.span)
      return place.from <= span.from + 1 && span.from + 1 < place.to
    })
  }
  return undefined
}
