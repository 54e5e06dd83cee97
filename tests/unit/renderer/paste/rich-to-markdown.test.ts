// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { richToMarkdown } from '../../../../renderer/paste/rich-to-markdown.ts'

function markdownOf(html: string): string | undefined {
  const body = document.createElement('div')
  body.innerHTML = html
  return richToMarkdown(body)
}

test.each([
  [
    '<p>See <a href="https://quay.example/">the <b>quay</b></a>.</p>',
    'See [the **quay**](https://quay.example/).',
  ],
  ['<h2>Slides</h2><p>Here.</p>', '## Slides\n\nHere.'],
  ['<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>', '- one\n- two\n  - deep'],
  ['<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four'],
  ['<blockquote><p>Said <i>so</i></p></blockquote>', '> Said *so*'],
  ['<p>was <s>this</s></p>', 'was ~~this~~'],
  [
    '<table><tr><th>Year</th><th>Talk</th></tr><tr><td>2026</td><td>a|b</td></tr></table>',
    '| Year | Talk |\n| --- | --- |\n| 2026 | a\\|b |',
  ],
])('%s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown)
})

test('looks that mean nothing leave the plain text alone', () => {
  expect(markdownOf('<div><span style="color: red">plain</span></div>')).toBeUndefined()
  expect(markdownOf('')).toBeUndefined()
})
