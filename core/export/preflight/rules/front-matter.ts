import { splitFrontMatter } from '../../../post/index.ts'
import { type TextEdit, applyEdits } from '../../../text/index.ts'
import { readYaml } from '../../../yaml/index.ts'
import { type Fix, type PreflightRule, lineAt } from '../rule.ts'

/**
 * Front matter Jekyll would drop: it says so in the log of the build and publishes the post without title, layout or
 * date of its own (jekyll/document.rb, read).
 */
export const frontMatter: PreflightRule = {
  code: 'front-matter',
  check({ source, rendered }) {
    const problem = rendered?.problems.find(each => each.code === 'front-matter.unreadable')
    if (problem)
      return [
        {
          severity: 'error',
          message: `Jekyll cannot read the front matter and would drop it, title and layout included: ${problem.message}`,
          line: problem.line,
          about: 'unreadable',
          always: true,
          fixes: repairs(source, problem.line),
        },
      ]
    return misplaced(source)
  },
}

/** Front matter that is there, but not where Jekyll looks: blank lines before it, or no line that ends it. */
function misplaced(source: string): ReturnType<PreflightRule['check']> {
  if (splitFrontMatter(source).yaml) return []
  const early = /^\uFEFF?(\s+)---[ \t]*\r?\n/.exec(source)
  const open = /^\uFEFF?---[ \t]*\r?\n((?:[A-Za-z_][\w-]*:.*\r?\n|[ \t]+\S.*\r?\n|- .*\r?\n)+)/.exec(source)
  const edit: TextEdit | undefined = early
    ? { from: source.indexOf(early[1]!), to: source.indexOf('---'), insert: '' }
    : open
      ? { from: open[0].length, to: open[0].length, insert: '---\n' }
      : undefined
  if (!edit || !splitFrontMatter(applyEdits(source, [edit])).yaml) return []
  const title = early ? 'Take out what stands before it' : 'End it with a line “---”'
  return [
    {
      severity: 'error',
      message: early
        ? 'Jekyll does not see the front matter, because it does not begin on the first line.'
        : 'Jekyll does not see the front matter, because no line “---” ends it.',
      line: early ? 1 : lineAt(source, edit.from),
      about: 'misplaced',
      always: true,
      fixes: [{ id: 'place-front-matter', title, edits: [edit] }],
    },
  ]
}

/** Changes of one line after which it can be read: its value in quotes, its tabs as spaces; else without it. */
function repairs(source: string, line: number): Fix[] {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return []
  const fixes: Fix[] = []
  const first = lineAt(source, yaml.from)
  const last = lineAt(source, yaml.to)
  const others = Array.from({ length: last - first }, (_, index) => first + index)
  // A quote that is never closed is noticed far below its line.
  for (const near of [line, line - 1, line + 1, ...others]) {
    for (const { id, title, edit } of repairsOfLine(source, near)) {
      if (edit.from < yaml.from || edit.to > yaml.to || fixes.some(fix => fix.id === id)) continue
      if (isReadable(applyEdits(source, [edit]))) fixes.push({ id, title, edits: [edit] })
    }
  }
  return fixes.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

const order = ['quote-value', 'spaces-for-tabs', 'remove-line']

function repairsOfLine(source: string, line: number): { id: string; title: string; edit: TextEdit }[] {
  const from = offsetOfLine(source, line)
  if (from === undefined) return []
  const end = source.indexOf('\n', from)
  const to = end === -1 ? source.length : end
  const text = source.slice(from, to).replace(/\r$/, '')
  const pair = /^(\s*(?:- )?[^\s:][^:]*:[ \t]+)(.*?)[ \t]*$/.exec(text)
  const repaired: { id: string; title: string; edit: TextEdit }[] = []
  if (pair) {
    const start = from + pair[1]!.length
    const value = pair[2]!.replace(/^(["'])(.*)\1$/, '$2').replace(/^["'](?=[^"']*$)/, '')
    const insert = JSON.stringify(value)
    repaired.push({
      id: 'quote-value',
      title: 'Put the value in quotes',
      edit: { from: start, to: start + pair[2]!.length, insert },
    })
  }
  if (/^ *\t/.test(text)) {
    const indent = /^[ \t]*/.exec(text)![0]
    const insert = indent.replaceAll('\t', '  ')
    repaired.push({
      id: 'spaces-for-tabs',
      title: 'Indent with spaces',
      edit: { from, to: from + indent.length, insert },
    })
  }
  repaired.push({
    id: 'remove-line',
    title: `Remove line ${line}`,
    edit: { from, to: Math.min(to + 1, source.length), insert: '' },
  })
  return repaired
}

function offsetOfLine(source: string, line: number): number | undefined {
  let from = 0
  for (let at = 1; at < line; at++) {
    const next = source.indexOf('\n', from)
    if (next === -1) return undefined
    from = next + 1
  }
  return line < 1 ? undefined : from
}

function isReadable(source: string): boolean {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return false
  const { value, problems } = readYaml(source.slice(yaml.from, yaml.to))
  return problems.length === 0 && value instanceof Map
}
