import { expect, test } from 'vitest'
import type { SiteSnapshot } from '../../../../core/jekyll/index.ts'
import { hasOwnStyles } from '../../../../renderer/preview/own-styles.ts'

const file = (path: string) => ({ path, sizeBytes: 1, modifiedSeconds: 0 })
const snapshot = {
  files: [file('css/site.css'), file('assets/main.scss')],
  theme: { name: 'quiet', version: '1', folder: '/gems/quiet', files: [file('assets/theme.scss')] },
} as unknown as SiteSnapshot
const post = {
  title: '',
  day: '',
  url: '/talks/boats/',
  siteUrl: 'https://quay.example',
  baseurl: '/blog',
  notices: [],
}

test.each([
  ['a sheet of the site', '<link rel="stylesheet" href="/blog/css/site.css?v=2">', true],
  ['one beside the page', "<link href='../../css/site.css' rel=stylesheet>", true],
  ['one made from Sass', '<link rel="stylesheet" href="https://quay.example/blog/assets/main.css">', true],
  ['one of the theme', '<link rel="stylesheet" href="/blog/assets/theme.css">', true],
  ['a style inside', '<head><style>\nbody { color: red }</style>', true],
  ['an empty style', '<style> </style>', false],
  ['a sheet that is not there', '<link rel="stylesheet" href="/css/gone.css">', false],
  ['one of another host', '<link rel="stylesheet" href="https://far.example/css/site.css">', false],
  ['a link of another kind', '<link rel="icon" href="/css/site.css">', false],
  ['one in a comment', '<!--[if IE]><link rel="stylesheet" href="/css/site.css"><![endif]-->', false],
  ['none', '<p>words</p>', false],
])('a page with %s', (_, html, expected) => {
  expect(hasOwnStyles(snapshot, post, html)).toBe(expected)
})
