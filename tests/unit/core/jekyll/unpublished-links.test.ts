import { expect, test } from 'vitest'
import { createSite, renderDocument, unpublishedLinks } from '../../../../core/jekyll/index.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

const site = createSite(
  snapshotOf({
    '_config.yml': 'url: https://tea.example\nbaseurl: /blog\npermalink: /:year/:title/\n',
    '_posts/2024-01-02-kettle.md': '---\n---\nA kettle.\n',
    '_posts/2024-01-03-hidden.md': '---\npublished: false\n---\nNot yet.\n',
    '_posts/2031-05-06-cups.md': '---\n---\nCups.\n',
    '_drafts/saucer.md': '---\npermalink: /saucer\n---\nA saucer.\n',
  }),
)

function reasons(text: string): string[] {
  const source = `---\n---\n${text}\n`
  const rendered = renderDocument(site, { path: '_posts/2024-02-01-tea.md', source, blocks: true })
  return unpublishedLinks(site, rendered?.blocks ?? []).map(({ line, message }) => `${line}: ${message}`)
}

test.each([
  [
    'a draft',
    '[s](/blog/saucer)',
    ['3: /blog/saucer leads to a draft. Readers find it once that is published.'],
  ],
  [
    'a post of a day to come, by the whole address, with a heading',
    'Tea.\n\n[c](https://tea.example/blog/2031/cups/#two)',
    [
      '5: https://tea.example/blog/2031/cups/#two leads to a post of a day to come. Readers find it from that day on.',
    ],
  ],
  [
    'a hidden post',
    '[h](/2024/hidden/index.html)',
    ['3: /2024/hidden/index.html leads to a post that its front matter hides.'],
  ],
  ['a published post', '[k](/blog/2024/kettle/)', []],
  ['another site, a heading here, and no post at all', '[a](//saucer) [b](#saucer) [c](/saucers)', []],
])('A link to %s', (_, text, expected) => {
  expect(reasons(text)).toEqual(expected)
})
