import type { Element } from '../../kramdown/index.ts'
import type { FoundProblem } from '../problem.ts'

/**
 * Pictures that say nothing to those who do not see them.
 *
 * An `<img>` without `alt` is read out by its file's name; `alt=""` says that it only decorates (HTML, 4.8.4.4). Markdown
 * has but one way to leave the words out, so that `![](…)` may be meant or forgotten: an attribute list says it is meant.
 *
 * @param from where the Markdown begins in the post
 */
export function picturesWithoutWords(root: Element, source: string, from: number): FoundProblem[] {
  const found: FoundProblem[] = []
  const visit = (element: Element): void => {
    const problem = wordsMissing(element, source, from)
    if (problem) found.push(problem)
    for (const child of element.children) visit(child)
  }
  visit(root)
  return found
}

function wordsMissing(element: Element, source: string, from: number): FoundProblem | undefined {
  const isMarkdown = element.type === 'img'
  if (!isMarkdown && !(element.type === 'html_element' && element.value === 'img')) return undefined
  const alt = element.attributes.get('alt')
  const span = { from: from + element.span.from, to: from + element.span.to }
  if (!isMarkdown) {
    if (alt !== undefined || !/^<img\b/i.test(source.slice(span.from, span.to))) return undefined
    return { code: 'picture.no-words', severity: 'warning', message: withoutAlt, span }
  }
  const end = /^!\[\s*\](?:\([^)\n]*\)|\[[^\]\n]*\])/.exec(source.slice(span.from))
  if (!end || /^\{:[^}\n]*\balt=/.test(source.slice(span.from + end[0].length))) return undefined
  const at = span.from + end[0].length
  return {
    code: 'picture.no-words',
    severity: 'info',
    message: emptyWords,
    span: { from: span.from, to: at },
    fix: { title: 'It only decorates', edits: [{ from: at, to: at, insert: '{: alt=""}' }] },
  }
}

const withoutAlt =
  'This picture has no `alt`, so its file’s name is read out to those who do not see it. Say what it shows, or write alt="" where it only decorates.'
const emptyWords =
  'This picture says nothing to those who do not see it. Say between the brackets what it shows.'
