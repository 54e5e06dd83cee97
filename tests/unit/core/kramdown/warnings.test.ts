import { expect, test } from 'vitest'
import { jekyllOptions, parse } from '../../../../core/kramdown/index.ts'

test.each<[string, string, [string, number, number][]]>([
  [
    'a missing definition',
    'One\ntwo [three] [four][five]\n',
    [
      ['link.missing-definition', 2, 5],
      ['link.missing-definition', 2, 19],
    ],
  ],
  ['a definition given twice', '[a]: /b\n[a]: /c\n', [['link.duplicate-definition', 2, 1]]],
  ['a footnote nobody wrote', 'x[^1]\n', [['footnote.missing-definition', 1, 2]]],
  ['a footnote nobody reads', 'x\n\n[^1]: y\n', [['footnote.unused', 3, 1]]],
  ['a footnote given twice', 'x[^1]\n\n[^1]: y\n[^1]: z\n', [['footnote.duplicate-definition', 4, 1]]],
  ['an abbreviation given twice', '*[A]: b\n*[A]: c\n', [['abbreviation.duplicate-definition', 2, 1]]],
  ['an open block', '* a\n\n  <div>\n  b\n', [['html.unclosed', 3, 3]]],
  ['an open tag in a line', 'a <b>c\n', [['html.unclosed', 1, 3]]],
  ['a tag that closes nothing', '> a </b>\n', [['html.stray-closing-tag', 1, 5]]],
  [
    'a block in a line',
    'a <div>b</div>\n',
    [
      ['html.block-in-span', 1, 3],
      ['html.stray-closing-tag', 1, 9],
    ],
  ],
  ['an attribute given twice', '<div id="a" id="b">c</div>\n', [['html.duplicate-attribute', 1, 1]]],
  ['attributes behind text', 'a {: .b}\n', [['attributes.after-text', 1, 3]]],
  ['attributes that are none', '*a*{: ?}\n', [['attributes.empty', 1, 4]]],
  ['an extension without end', '{::comment}\na\n', [['extension.unclosed', 1, 1]]],
  ['an extension there is not', '{::other /}\n', [['extension.unknown', 1, 1]]],
  ['an end of nothing', 'a {:/comment}\n', [['extension.stray-stop', 1, 3]]],
  ['an option there is not', '{::options other="1" /}\n', [['option.unknown', 1, 1]]],
  ['an option that may not be set', '{::options template="x" /}\n', [['option.forbidden', 1, 1]]],
  ['a table of a head alone', '| a |\n|---|\n', [['table.without-body', 1, 1]]],
])('warns of %s, and says where', (_what, source, expected) => {
  const { warnings } = parse(source, jekyllOptions)
  expect(warnings.map(({ code, line, column }) => [code, line, column])).toEqual(expected)
})

test('a text without faults has no warnings', () => {
  expect(parse('# A\n\n[b](/c) *d* [^1] [e]\n\n[^1]: f\n[e]: /g\n', jekyllOptions).warnings).toEqual([])
})

test('text tried in vain as emphasis is warned of once', () => {
  const { warnings } = parse('*a [b] c\n', jekyllOptions)
  expect(warnings.map(({ code }) => code)).toEqual(['link.missing-definition'])
})
