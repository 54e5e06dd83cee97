import { describe, expect, test } from 'vitest'
import { smartPaste } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

/** `«…»` marks what was just pasted. */
function afterPaste(marked: string, replaced = ''): string | undefined {
  const from = marked.indexOf('«')
  const to = marked.indexOf('»') - 1
  const source = marked.replace(/[«»]/g, '')
  const smart = smartPaste(source, { from, to }, replaced)
  return smart && applyEdits(source, smart.result.edits)
}

describe('An address pasted over words', () => {
  test.each([
    ['becomes an inline link', 'See «https://a.example/x» now.\n', 'See [words](https://a.example/x) now.\n'],
    [
      'becomes a reference link where the post has definitions',
      'See «https://a.example/x» now.\n\n[b]: /b\n',
      'See [words][words] now.\n\n[b]: /b\n[words]: https://a.example/x\n',
    ],
    ['stays raw in code', '    code «https://a.example/x»\n', undefined],
    ['stays raw in front matter', '---\nurl: «https://a.example/x»\n---\n', undefined],
    ['stays raw when it is no address', 'See «nothing» now.\n', undefined],
    ['stays raw in HTML', '<div>\n«https://a.example/x»\n</div>\n', undefined],
  ])('%s', (_, before, after) => {
    expect(afterPaste(before, 'words')).toBe(after)
  })
})

describe('A paste on a line of its own', () => {
  test('becomes the embed of a video', () => {
    expect(afterPaste('Watch:\n\n«https://youtu.be/q7Xc_3LmN0k»\n\nThanks.\n')).toContain(
      '<iframe width="540" height="304" src="https://www.youtube.com/embed/q7Xc_3LmN0k"',
    )
  })

  test.each([
    ['in a sentence', 'Watch «https://youtu.be/q7Xc_3LmN0k» today.\n'],
    ['in a fence', '```\n«https://youtu.be/q7Xc_3LmN0k»\n```\n'],
    ['of a page nobody plays', '«https://a.example/page»\n'],
  ])('stays raw %s', (_, before) => {
    expect(afterPaste(before)).toBeUndefined()
  })
})
