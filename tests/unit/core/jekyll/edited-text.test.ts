import { describe, expect, test } from 'vitest'
import { createSite, renderDocument } from '../../../../core/jekyll/index.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

const post = (body: string, front = ''): string => `---\n${front}---\n${body}\n`
const site = createSite(
  snapshotOf({
    '_posts/2024-01-01-one.md': post('One', 'title: One\n'),
    '_posts/2024-01-03-three.md': post('Three', 'title: Three\n'),
    '_includes/long.html': 'a\n\nb\n\nc',
    'index.html': post('{% for p in site.posts %}{{ p.title }} {% endfor %}'),
  }),
)

describe('A text that is being written', () => {
  test('takes the place of its file', () => {
    const path = '_posts/2024-01-01-one.md'
    const edited = renderDocument(site, { path, source: post('Changed {{ page.title }}', 'title: New\n') })
    expect(edited).toMatchObject({ contentHtml: '<p>Changed New</p>\n', next: '_posts/2024-01-03-three.md' })
    expect(renderDocument(site, { path })?.contentHtml).toBe('<p>One</p>\n')
  })

  test('moves in the collection when its date changes', () => {
    const path = '_posts/2024-01-01-one.md'
    const edited = renderDocument(site, { path, source: post('x', 'date: 2024-02-02\n') })
    expect(edited).toMatchObject({ previous: '_posts/2024-01-03-three.md', next: null })
  })

  test('is rendered anew with each change of its content', () => {
    const path = '_posts/2024-01-01-one.md'
    for (const word of ['first', 'second', 'third'])
      expect(renderDocument(site, { path, source: post(word), excerpt: true })).toMatchObject({
        contentHtml: `<p>${word}</p>\n`,
        excerpt: `<p>${word}</p>\n`,
      })
  })

  test.each([
    ['_drafts/idea.md', '', [], '/2026/01/01/idea.html'],
    ['_posts/2024-01-02-new.md', '', [], '/2024/01/02/new.html'],
    ['_posts/2099-01-01-later.md', '', ['document.future'], '/2099/01/01/later.html'],
    ['_posts/no-date.md', '', ['document.no-date'], '/2026/01/01/no-date.html'],
    [
      '_posts/2024-01-02-hidden.md',
      'published: false\n',
      ['document.unpublished'],
      '/2024/01/02/hidden.html',
    ],
    ['notes/page.md', '', [], '/notes/page.html'],
  ])('is shown though the site has no file %s yet', (path, front, codes, url) => {
    const rendered = renderDocument(site, { path, source: post('Text', front) })
    expect(rendered).toMatchObject({ contentHtml: '<p>Text</p>\n', url })
    expect(rendered?.problems.map(problem => problem.code)).toEqual(codes)
  })
})

test('A document comes with the whole page, the excerpt and the blocks only where they are asked for', () => {
  const path = '_posts/2024-01-01-one.md'
  expect(renderDocument(site, { path })).not.toHaveProperty('outputHtml')
  expect(renderDocument(site, { path })).not.toHaveProperty('excerpt')
  expect(renderDocument(site, { path })).not.toHaveProperty('blocks')
  expect(renderDocument(site, { path, layout: true, excerpt: true, blocks: true })).toMatchObject({
    outputHtml: '<p>One</p>\n',
    excerpt: '<p>One</p>\n',
    blocks: [{ html: '<p>One</p>\n', line: 4 }],
  })
})

describe('Blocks say the line of the source they start at', () => {
  test.each([
    ['text without Liquid', 'one\n\n* two\n* three\n\nfour', [3, 5, 8]],
    ['front matter above', 'one\n\ntwo', [3, 5]],
    ['lines Liquid drops', 'one\n\n{% comment %}\na\nb\n{% endcomment %}\n\ntwo', [3, 10]],
    ['lines Liquid adds', 'one\n\n{% include long.html %}\n\ntwo', [3, 4, 4, 4, 7]],
  ])('%s', (_, body, lines) => {
    const path = '_posts/2024-01-01-one.md'
    const { blocks = [], contentHtml } = renderDocument(site, { path, source: post(body), blocks: true })!
    expect(blocks.map(block => block.html).join('')).toBe(contentHtml)
    expect(blocks.map(block => block.line)).toEqual(lines)
  })
})
