import { expect, test } from 'vitest'
import { findProblems } from '../../../../../core/post/problems.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

function lost(body: string) {
  const source = `---\ntitle: A\n---\n${body}\n`
  const found = findProblems(source).filter(({ code }) => code === 'liquid.lost-in-code')
  const mended = applyEdits(
    source,
    found.flatMap(({ fix }) => fix?.edits ?? []),
  )
  return { lines: found.map(({ line }) => line), mended: mended.slice('---\ntitle: A\n---\n'.length, -1) }
}

test.each([
  [
    'a fenced block',
    '```js\nlet a = `{{ b.c }}`\n```',
    [5],
    '```js\nlet a = `{% raw %}{{ b.c }}{% endraw %}`\n```',
  ],
  ['an indented block', 'Use\n\n    {{ user }}\n', [6], 'Use\n\n    {% raw %}{{ user }}{% endraw %}\n'],
  ['a code span', 'In Vue, `{{ x }}`.', [4], 'In Vue, `{% raw %}{{ x }}{% endraw %}`.'],
])('what Jekyll would take out of %s is told, and kept by one click', (_, body, lines, mended) => {
  expect(lost(body)).toEqual({ lines, mended })
})

test.each([
  ['kept by raw', '{% raw %}\n```\n{{ x }}\n```\n{% endraw %}'],
  ['known to Jekyll', '`{{ site.title }}` `{{ page.title | upcase }}`'],
  ['set in the post', '{% assign x = 1 %}\n`{{ x }}`'],
  ['used in running text too', '[a]({{BASE_PATH}}/a) `{{BASE_PATH}}/b`'],
  ['a text of its own', '`{{ "x" }}`'],
  ['no code', 'Words {{ x }}.'],
])('nothing is said of what is %s', (_, body) => {
  expect(lost(body).lines).toEqual([])
})
