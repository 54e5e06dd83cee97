import { type Element, jekyllOptions, parse } from '../../kramdown/index.ts'
import type { Span } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** What Jekyll knows by itself in a post. */
const known = new Set(
  'site page layout content paginator jekyll theme include forloop tablerowloop true false nil null empty blank'.split(
    ' ',
  ),
)
const output = /\{\{-?\s*([A-Za-z_][\w-]*)[^{}]*\}\}/g
const kept = /\{%-?\s*(raw|comment)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g
const named = /\{%-?\s*(?:assign|capture|for|increment|decrement|tablerow)\s+([A-Za-z_][\w-]*)/g

/** `{{ user }}` in a sample of code: Jekyll fills it in before anything is code, and knows no such thing. */
export const liquidInCodeRule: ProblemRule = source => {
  const { body } = splitFrontMatter(source)
  const text = source.slice(body.from, body.to)
  const outputs = [...text.matchAll(output)]
  if (outputs.length === 0) return []
  const isKept = within(
    [...text.matchAll(kept)].map(({ index, 0: all }) => ({ from: index, to: index + all.length })),
  )
  const isCode = within(codeSpans(parse(text, jekyllOptions).root))
  const own = new Set([...text.matchAll(named)].map(([, name]) => name!))
  // What is written in running text too is meant to be filled in: an include may have set it.
  for (const { index, 1: name } of outputs) if (!isCode(index) && !isKept(index)) own.add(name!)
  return outputs
    .filter(({ index, 1: name }) => isCode(index) && !isKept(index) && !known.has(name!) && !own.has(name!))
    .map(({ index, 0: written }) => {
      const span = { from: body.from + index, to: body.from + index + written.length }
      return {
        code: 'liquid.lost-in-code',
        severity: 'warning' as const,
        message: `Jekyll fills in ${written} before it is code, and knows nothing of that name: readers see nothing in its place.`,
        span,
        fix: { title: 'Show it as it is', edits: [{ ...span, insert: `{% raw %}${written}{% endraw %}` }] },
      }
    })
}

function within(spans: readonly Span[]): (offset: number) => boolean {
  return offset => spans.some(({ from, to }) => from <= offset && offset < to)
}

function codeSpans(root: Element): Span[] {
  const spans: Span[] = []
  const open: Element[] = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.type === 'codeblock' || element.type === 'codespan') spans.push(element.span)
    open.push(...element.children)
  }
  return spans
}
