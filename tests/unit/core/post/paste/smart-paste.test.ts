import { describe, expect, test } from 'vitest'
import {
  type PasteForm,
  type PasteOrigin,
  formByItself,
  smartPaste,
  writePaste,
} from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

/** `«…»` marks what was just pasted. */
function read(marked: string, origin: PasteOrigin = {}) {
  const from = marked.indexOf('«')
  const to = marked.indexOf('»') - 1
  const source = marked.replace(/[«»]/g, '')
  return { source, paste: smartPaste(source, { from, to }, origin) }
}

/** The text after the paste became what it becomes by itself, or the form asked for. */
function afterPaste(marked: string, origin: PasteOrigin = {}, asked?: PasteForm): string | undefined {
  const { source, paste } = read(marked, origin)
  return paste && applyEdits(source, writePaste(source, paste, asked ?? formByItself(source, paste)).edits)
}

describe('An address pasted over words', () => {
  const origin = { replaced: 'words' }

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
    expect(afterPaste(before, origin)).toBe(after)
  })

  test('may be the other kind of link, or as it was pasted', () => {
    const text = 'See «https://a.example/x(1)» now.\n\n[b]: /b\n'
    expect(read(text, origin).paste?.forms).toEqual(['link', 'reference', 'plain'])
    expect(afterPaste(text, origin, 'link')).toBe('See [words](<https://a.example/x(1)>) now.\n\n[b]: /b\n')
    expect(afterPaste(text, origin, 'plain')).toBe('See https://a.example/x(1) now.\n\n[b]: /b\n')
  })
})

describe('A paste on a line of its own', () => {
  const video = 'Watch:\n\n«https://youtu.be/q7Xc_3LmN0k»\n\nThanks.\n'

  test('becomes the embed of a video, as the author writes it', () => {
    expect(afterPaste(video)).toContain(
      '<iframe width="540" height="304" src="https://www.youtube.com/embed/q7Xc_3LmN0k"',
    )
    const { source, paste } = read(video)
    const { edits } = writePaste(source, paste!, 'embed', { styleOf: () => 'privacy' })
    expect(applyEdits(source, edits)).toContain('src="https://www.youtube-nocookie.com/embed/q7Xc_3LmN0k"')
  })

  test.each([
    ['link', 'Watch:\n\n[Video on YouTube](https://youtu.be/q7Xc_3LmN0k)\n\nThanks.\n'],
    [
      'reference',
      'Watch:\n\n[Video on YouTube][video-on-youtube]\n\nThanks.\n\n[video-on-youtube]: https://youtu.be/q7Xc_3LmN0k\n',
    ],
    ['plain', 'Watch:\n\nhttps://youtu.be/q7Xc_3LmN0k\n\nThanks.\n'],
  ] as const)('may be a %s', (form, after) => {
    expect(afterPaste(video, {}, form)).toBe(after)
  })

  test('of a page nobody plays stays as it is, and may be a link', () => {
    const page = 'See:\n\n«https://a.example/page»\n'
    expect(afterPaste(page)).toBe('See:\n\nhttps://a.example/page\n')
    expect(afterPaste(page, {}, 'link')).toBe('See:\n\n<https://a.example/page>\n')
    expect(afterPaste(page, {}, 'reference')).toMatch(
      /^See:\n\n\[a\.example\/page\]\[(.+)\]\n\n\[\1\]: https:\/\/a\.example\/page\n$/,
    )
  })

  test.each([
    ['in a sentence', 'Watch «https://youtu.be/q7Xc_3LmN0k» today.\n'],
    ['in a fence', '```\n«https://youtu.be/q7Xc_3LmN0k»\n```\n'],
    ['of words', '«Two words»\n'],
  ])('stays raw %s', (_, before) => {
    expect(afterPaste(before)).toBeUndefined()
  })
})

describe('A link dropped on the text', () => {
  test('is a link on its title in the middle of a line, and an embed on a line of its own', () => {
    const origin = { title: 'A talk', inLine: true }
    expect(afterPaste('Watch «https://youtu.be/q7Xc_3LmN0k» today.\n', origin)).toBe(
      'Watch [A talk](https://youtu.be/q7Xc_3LmN0k) today.\n',
    )
    expect(afterPaste('«https://youtu.be/q7Xc_3LmN0k»\n', origin)).toContain('<iframe')
    expect(afterPaste('«https://youtu.be/q7Xc_3LmN0k»\n', origin, 'link')).toBe(
      '[A talk](https://youtu.be/q7Xc_3LmN0k)\n',
    )
  })
})
