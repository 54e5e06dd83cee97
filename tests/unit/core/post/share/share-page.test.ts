import { expect, test } from 'vitest'
import {
  type SharedPost,
  pictureAddresses,
  shareContent,
  sharePage,
} from '../../../../../core/post/share/index.ts'

const post: SharedPost = {
  title: 'Tapes & robots',
  day: '2026-11-23',
  isDraft: true,
  language: 'en',
  html: '<p>Hello</p>',
  siteUrl: 'https://quay.example',
}
const noPictures = (): undefined => undefined

function content(html: string, pictures: Readonly<Record<string, string>> = {}): string {
  return shareContent({ ...post, html }, address => pictures[address])
}

test('the page says at its top that it is a draft, and its date', () => {
  const page = sharePage(post, noPictures)
  expect(page).toContain('<p class="said">Draft · 2026-11-23</p>\n<h1>Tapes &amp; robots</h1>')
  expect(page).not.toMatch(/<script|https?:\/\//)
})

test('a link that says where it leads does not say it twice on paper', () => {
  expect(content('<a href="https://x.example/">https://x.example</a>')).toContain('data-says-where')
  expect(content('<a href="https://x.example/">Here</a>')).not.toContain('data-says-where')
})

test('an embed is a card with a link', () => {
  const card = content('<iframe src="https://www.youtube.com/embed/q7Xc_3LmN0k"></iframe>')
  expect(card).toContain('class="card"')
  expect(card).toMatch(/href="https:\/\/[^"]*q7Xc_3LmN0k/)
  expect(card).not.toContain('<iframe')
})

test.each([
  ['a script', '<p>a<script>x()</script></p>', '<p>a</p>'],
  ['an event', '<p onclick="x()">a</p>', '<p>a</p>'],
  ['a script in a link', '<a href=" java\nscript:x()">a</a>', '<a>a</a>'],
  ['a comment', '<p>a<!-- secret --></p>', '<p>a</p>'],
  ['a picture in a style', '<p style="background: url(https://x.example/a.png)">a</p>', '<p>a</p>'],
])('%s is not part of it', (_, html, expected) => {
  expect(content(html)).toBe(expected)
})

test('links of the site lead to the published site', () => {
  expect(content('<a href="/talks">talks</a>')).toBe('<a href="https://quay.example/talks">talks</a>')
})

test('pictures at hand are inside, others are named with a link', () => {
  const data = 'data:image/png;base64,AAAA'
  const html = '<img src="/a.png" srcset="/a2.png 2x" alt="A"><img src="https://x.example/b.png" alt="B">'
  expect(pictureAddresses(html)).toEqual(['/a.png', 'https://x.example/b.png'])
  expect(content(html, { '/a.png': data })).toBe(
    `<img src="${data}" alt="A"><a href="https://x.example/b.png">B</a>`,
  )
})
