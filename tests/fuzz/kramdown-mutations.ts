import type { Random } from './random.ts'

/** Changes a text at random. `others` are texts to take pieces from. */
export type Mutation = (text: string, random: Random, others: readonly string[]) => string

/** Marks of every construct, and words that bring them together. */
const tokens = [
  '*',
  '**',
  '_',
  '__',
  '***',
  '`',
  '``',
  '```',
  '~~~',
  '~~',
  '[',
  ']',
  '](',
  '![',
  '(',
  ')',
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  "''",
  '""',
  '--',
  '---',
  '...',
  '<<',
  '>>',
  ' >>',
  '<< ',
  '&',
  '&amp;',
  '&copy;',
  '&#8217;',
  '&bogus;',
  '$$',
  '$',
  '\\',
  '\\\\',
  '\\*',
  '\\`',
  '\\|',
  '{:',
  '}',
  '{:.c}',
  '{: #i}',
  '{: k="v"}',
  '{:toc}',
  '{::comment}',
  '{:/comment}',
  '{::nomarkdown}',
  '{:/}',
  '{:/nomarkdown}',
  '{:ref: .x}',
  '{:ref}',
  '|',
  '||',
  '|-|',
  ':',
  ': ',
  '#',
  '## ',
  '###',
  ' #',
  '{#id}',
  '=',
  '===',
  '-',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '10. ',
  '> ',
  '>',
  '^',
  '^\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '  \n',
  '\\\n',
  '\t',
  ' ',
  '  ',
  '    ',
  '        ',
  '\n    ',
  '\n* ',
  '\n  * ',
  '\n> ',
  '\n: ',
  '\n1. ',
  '\n# ',
  '\n***\n',
  '\n---\n',
  '\n===\n',
  '\n|a|b|\n',
  '\n|---|\n',
  '\n```\n',
  '\n~~~\n',
  '\n~~~ ruby\n',
  '\n{: .k}\n',
  '\n{:x: .y}\n',
  '\n^\n',
  '\n$$\n',
  '[^1]',
  '\n[^1]: note\n',
  '[^n]',
  '\n[^n]: other\n\n    more\n',
  '[a]',
  '[a][b]',
  '[a][]',
  '[a](b)',
  '[a](b "t")',
  '[a](<b c>)',
  '[b]: /url\n',
  '\n[a]: <u> "t"\n',
  '![a](b)',
  '*[HTML]: H\n',
  '\n*[ab]: Abbreviation\n',
  '<b>',
  '</b>',
  '<div>',
  '</div>',
  '\n<div>\n',
  '\n</div>\n',
  '<div markdown="1">',
  '<span>',
  '</span>',
  '<br>',
  '<br />',
  '<hr />',
  '<img src="a.png">',
  '<a href="x">',
  '</a>',
  '<p>',
  '</p>',
  '<!-- c -->',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  '<http://a.b>',
  '<x@y.z>',
  '<x-y>',
  '</x-y>',
  '<?pi?>',
  '<em class="q">',
  '</em>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</tr>',
  '</table>',
  '<iframe src="u"></iframe>',
  '<details>',
  '<summary>s</summary>',
  '</details>',
  '[ ] ',
  '[x] ',
  'é',
  '日',
  '“',
  '🙂',
  '\u00a0',
  '\u2028',
  'HTML',
  "'s",
  "'90s",
  'word',
  '_a_',
  '*b*',
  '**c**',
  '`d`',
  '{:.e}',
  '"f"',
  "'g'",
  '--h',
  '1',
  '.',
  ')',
  '1)',
  '%',
  '@',
  '~',
  '+',
  '!',
]

const prefixes = [
  '> ',
  '* ',
  '  ',
  '    ',
  '1. ',
  '- ',
  ': ',
  '\t',
  '>',
  '   ',
  ' ',
  '+   ',
  '| ',
  '# ',
  '      ',
]

export const mutations: Readonly<Record<string, Mutation>> = {
  insertToken: (text, random) => insert(text, random.below(text.length + 1), random.pick(tokens)),
  insertTokens: (text, random) => {
    const joined = Array.from({ length: 2 + random.below(3) }, () => random.pick(tokens)).join('')
    return insert(text, random.below(text.length + 1), joined)
  },
  insertAtLineStart: (text, random) => insert(text, lineStart(text, random), random.pick(tokens)),
  insertAtLineEnd: (text, random) => {
    const at = text.indexOf('\n', random.below(text.length + 1))
    return insert(text, at < 0 ? text.length : at, random.pick(tokens))
  },
  replaceCharacter: (text, random) => {
    const at = random.below(text.length)
    return text.slice(0, at) + random.pick(tokens) + text.slice(at + 1)
  },
  deleteRange: (text, random) => {
    const at = random.below(text.length)
    return text.slice(0, at) + text.slice(at + 1 + random.below(12))
  },
  deleteMark: (text, random) => {
    const marks = [...text.matchAll(/[^\w\s]/g)]
    if (marks.length === 0) return text
    const at = random.pick(marks).index
    return text.slice(0, at) + text.slice(at + 1)
  },
  deleteLine: (text, random) => withLines(text, lines => lines.splice(random.below(lines.length), 1)),
  duplicateLine: (text, random) =>
    withLines(text, lines => {
      lines.splice(random.below(lines.length), 0, random.pick(lines))
    }),
  swapLines: (text, random) =>
    withLines(text, lines => {
      const [a, b] = [random.below(lines.length), random.below(lines.length)]
      ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
    }),
  joinLines: (text, random) =>
    withLines(text, lines => {
      const at = random.below(lines.length)
      lines.splice(at, 2, lines.slice(at, at + 2).join(random.pick(['', ' '])))
    }),
  blankLine: (text, random) =>
    withLines(text, lines => {
      lines.splice(random.below(lines.length + 1), 0, random.pick(['', '', '  ', '\t']))
    }),
  removeBlank: (text, random) => {
    const blanks = [...text.matchAll(/\n[ \t]*(?=\n)/g)]
    if (blanks.length === 0) return text
    const blank = random.pick(blanks)
    return text.slice(0, blank.index) + text.slice(blank.index + blank[0].length)
  },
  prefixLines: (text, random) =>
    withLines(text, lines => {
      const from = random.below(lines.length)
      const to = Math.min(lines.length, from + 1 + random.below(4))
      const prefix = random.pick(prefixes)
      for (let at = from; at < to; at++) lines[at] = prefix + lines[at]!
    }),
  outdentLine: (text, random) =>
    withLines(text, lines => {
      const at = random.below(lines.length)
      lines[at] = lines[at]!.replace(random.pick([/^\s+/, /^ /, /^[>*+-]\s*/, /^\s{2}/]), '')
    }),
  wrapRange: (text, random) => {
    const from = random.below(text.length)
    const to = Math.min(text.length, from + 1 + random.below(30))
    const [open, close] = random.pick([
      ['*', '*'],
      ['**', '**'],
      ['_', '_'],
      ['`', '`'],
      ['[', '](u)'],
      ['[', '][b]'],
      ['"', '"'],
      ["'", "'"],
      ['<b>', '</b>'],
      ['~~', '~~'],
      ['$$', '$$'],
      ['<div>', '</div>'],
      ['{::comment}', '{:/comment}'],
      ['(', ')'],
      ['![', '](i)'],
      ['<!--', '-->'],
    ])
    return text.slice(0, from) + open! + text.slice(from, to) + close! + text.slice(to)
  },
  splice: (text, random, others) => insert(text, lineStart(text, random), fragment(random, others)),
  spliceInLine: (text, random, others) =>
    insert(text, random.below(text.length + 1), fragment(random, others).slice(0, 60)),
  repeat: (text, random) => {
    const from = random.below(text.length)
    const piece = text.slice(from, from + 1 + random.below(10))
    return insert(text, from, piece)
  },
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at)
}

function lineStart(text: string, random: Random): number {
  return text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1
}

function withLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}

function fragment(random: Random, others: readonly string[]): string {
  const lines = random.pick(others).split('\n')
  const from = random.below(lines.length)
  return `${lines.slice(from, from + 1 + random.below(5)).join('\n')}\n`
}

/** A part of a text small enough to look through, from one line to another. */
export function excerpt(text: string, random: Random, limit = 1200): string {
  if (text.length <= limit) return text
  const start = lineStart(text, random)
  const rest = text.slice(start, start + 200 + random.below(limit - 200))
  return rest.slice(0, rest.lastIndexOf('\n') + 1) || rest
}
