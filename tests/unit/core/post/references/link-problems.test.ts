import { expect, test } from 'vitest'
import { linkProblems } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

function told(source: string): string[] {
  return linkProblems(source).map(({ code, span }) => `${code} ${source.slice(span.from, span.to)}`)
}

test.each([
  ['a reference nobody defines', 'See [a][b].\n', ['link.missing-definition [a][b]']],
  ['brackets meant as such are none', 'So [sic] he said […].\n', []],
  ['a definition a later one overrules', '[a]\n\n[a]: /1\n[A]: /2\n', ['link.duplicate-definition [a]: /1']],
  ['a definition nobody uses', 'Words.\n\n[a]: /a\n', ['reference.unused [a]: /a']],
  ['a link to nowhere', 'See [a]().\n', ['link.empty-address [a]()']],
  ['a link without words', 'See [](/a).\n', ['link.empty-text [](/a)']],
  ['a space in an address', '[a](/b c)\n', ['link.space-in-address /b c']],
  ['Liquid with spaces is none', '[a]({{ site.url }}/c)\n', []],
  ['a bar that makes a table', 'See [a](/b|c) there.\n', ['link.table [a](/b|c)']],
  ['a quote that begins a title', 'See [a](/b "c) there.\n', ['link.quote-in-address [a](/b "c)']],
  ['the same in code is no link', 'See `[a](/b "c)` there.\n', []],
  ['a place that is not there', '# One\n\n[a](#one) [b](#two)\n', ['link.missing-fragment [b](#two)']],
])('%s', (_, source, expected) => {
  expect(told(source)).toEqual(expected)
})

test.each([
  ['a label nearly right is put right', '[a][lbael]\n\n[label]: /u\n', '[a][label]\n\n[label]: /u\n'],
  ['spaces become %20', '[a](/b c)\n', '[a](/b%20c)\n'],
  ['the overruled definition goes', '[a]\n\n[a]: /1\n[a]: /2\n', '[a]\n\n[a]: /2\n'],
])('Fixed: %s', (_, source, expected) => {
  const fix = linkProblems(source).find(problem => problem.fix)?.fix
  expect(applyEdits(source, fix?.edits ?? [])).toBe(expected)
})

test('The overruled definition’s message names the line Jekyll takes', () => {
  const [problem] = linkProblems('[a]\n\n[a]: /1\n[a]: /2\n')
  expect(problem).toMatchObject({ severity: 'warning', message: expect.stringContaining('line 4') })
})
