import { array, assert, boolean, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert, defaultOptions, jekyllOptions, toHtmlBlocks } from '../../../../core/kramdown/index.ts'

/** Long runs of one piece, and one piece in another as deep as it goes. */
const runs = [
  '*',
  '_',
  '**',
  '[',
  ']',
  '![',
  '`',
  '<',
  '>',
  '|',
  '$',
  '$$',
  '{:',
  '"',
  "'",
  ' ',
  '~',
  '~~',
  '#',
  '-',
  '(',
  ')',
  '&',
  '\\',
  '\n',
  '\t',
  '> ',
  '* ',
  '1. ',
  '*a ',
  '_a ',
  '*a **b ',
  '[a](',
  '[a](b "c',
  '[a][',
  '[a] ',
  '![a](',
  '<b>',
  '<b>*a ',
  '<div>',
  '<div>\n',
  '</div>',
  '<!--',
  '<?',
  '<a b="',
  '<http:',
  '<x@y',
  '&#1',
  '{::comment}',
  '{::comment}\n',
  '{: a="',
  '{:/}',
  '[^1]',
  '[^1]: a\n',
  '[a]: b\n',
  '*[a]: b\n',
  '{:a: b}\n',
  'a\n: b\n',
  '|a|b\n',
  '|`a\n',
  '``a ```',
  "'s ",
  'a"',
  '~~~\n',
  '```\n',
  '~~a ',
  '- a\n',
  '+ [ ] a\n',
  '# a\n',
  'a\n===\n',
  '    a\n',
  '[[a]]',
  '<b>_',
  '<script>',
  '<table><tr><td>',
  'a|b\n',
  '\\$$',
  '<div markdown="1">\n',
  '> - ',
  '\u{1F600}"',
  '(<',
  '*`',
  '[*',
  '[^',
  '<a href="',
  '{::',
  '&#',
  '[a]: ',
  ': ',
  '**a _b ',
  '"a \'',
  '"a" ',
  '--',
  '<<',
  'http://',
  '*[a]: ',
  '*a*{:.b}',
  '[a](b)',
  'a\\\n',
  '|a|\n',
  '> a\n\n',
]
const pairs = [
  ['[', ']'],
  ['![', '](a)'],
  ['[', '](a)'],
  ['(', ')'],
  ['*', '*'],
  ['**', '**'],
  ['*_', '_*'],
  ['<b>', '</b>'],
  ['<div>', '</div>'],
  ['<div markdown="1">\n', '\n</div>\n'],
  ['<ul><li>', '</li></ul>'],
  ['"', '"'],
  ['[a](', ')'],
  ['~~', '~~'],
  ['[![', '](a)](b)'],
] as const

const SIZE = 40_000

function longest(text: string): string {
  return text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE)
}

function nested(open: string, close: string): string {
  const depth = Math.floor(SIZE / (open.length + close.length))
  return open.repeat(depth) + close.repeat(depth)
}

const hostile: (readonly [name: string, text: string])[] = [
  ...runs.map(run => [JSON.stringify(run), longest(run)] as const),
  ...pairs.map(([open, close]) => [`${open} … ${close}`, nested(open, close)] as const),
  ['definitions', Array.from({ length: 2000 }, (_, index) => `[l${index}]: /${index}\n`).join('')],
  ['footnotes', Array.from({ length: 1000 }, (_, index) => `a[^n${index}]\n\n[^n${index}]: b\n\n`).join('')],
  ['abbreviations', Array.from({ length: 1000 }, (_, index) => `*[A${index}]: b\n\nA${index}\n\n`).join('')],
  ['attribute lists', Array.from({ length: 2000 }, (_, index) => `{:a${index}: a${index + 1}}\n`).join('')],
  [
    'abbreviations that begin with each other',
    `${Array.from({ length: 200 }, (_, index) => `*[${'A '.repeat(index + 1)}]: b\n`).join('')}\n${'A '.repeat(20_000)}`,
  ],
  ['growing runs of marks', Array.from({ length: 280 }, (_, index) => `${'`'.repeat(index + 1)}a`).join('')],
  ['an uneven table', `${'|a'.repeat(500)}|\n${'|b|\n'.repeat(9000)}`],
  ['a deep list', Array.from({ length: 250 }, (_, depth) => `${' '.repeat(2 * depth)}* a\n`).join('')],
]

/** Long enough for a busy machine, short enough that quadratic time shows: 40 KB take some ten milliseconds. */
const LIMIT_MS = 2500

describe('hostile texts take no longer than others, and nothing is thrown', () => {
  test.each(hostile)('%s', (_name, text) => {
    const start = performance.now()
    convert(text, jekyllOptions)
    expect(performance.now() - start).toBeLessThan(LIMIT_MS)
  })
})

describe('what is nested too deeply is kept as text, with a warning', () => {
  test.each([
    ['quotes', `${'> '.repeat(400)}deep\n`],
    ['items', `${'* '.repeat(400)}deep\n`],
    ['raw HTML', `${'<div>'.repeat(400)}deep\n`],
    ['HTML in a line', `a ${'<b>'.repeat(400)}deep\n`],
    ['images', `${'!['.repeat(400)}deep${'](u)'.repeat(400)}\n`],
  ])('%s', (_what, text) => {
    const { html, warnings } = convert(text, jekyllOptions)
    expect(html).toContain('deep')
    expect(warnings.map(({ code }) => code)).toContain('nesting.too-deep')
  })
})

const marks = constantFrom(
  ...runs,
  'a',
  'b c',
  '\n\n',
  '\n',
  '  \n',
  '](u)',
  '[b]: /c\n',
  '{: .c}',
  ': x',
  '</b>',
  '</div>\n',
  '\r\n',
)
const texts = array(marks, { maxLength: 40 }).map(parts => parts.join(''))

test('any text becomes HTML, the same every time and under any options', () => {
  assert(
    property(texts, constantFrom(jekyllOptions, defaultOptions), boolean(), (text, base, native) => {
      const options = { ...base, html_to_native: native, parse_block_html: native }
      const { html, root } = convert(text, options)
      expect(convert(text, options).html).toBe(html)
      const ends = toHtmlBlocks(root, options).map(block => block.span)
      expect(ends.every(({ from, to }) => from <= to && to <= text.length)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('line ends of two characters make no difference', () => {
  assert(
    property(texts, text => {
      const unix = text.replaceAll('\r', '')
      const { html } = convert(unix, jekyllOptions)
      expect(convert(unix.replaceAll('\n', '\r\n'), jekyllOptions).html).toBe(html)
    }),
    { numRuns: 200 },
  )
})
