import { describe, expect, test } from 'vitest'
import { insertReference, readLinks } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

/** `«words»` marks the selection. */
function inserted(marked: string, url: string, label?: string): string {
  const from = marked.indexOf('«')
  const to = marked.indexOf('»') - 1
  const source = marked.replace(/[«»]/g, '')
  const result = insertReference(source, { from, to }, { url, ...(label !== undefined && { label }) })
  return applyEdits(source, result.edits)
}

describe('A reference link', () => {
  test.each([
    [
      'joins the block that ends the post',
      'See «the manual» first.\n\n[list]: https://lists.example/\n',
      'See [the manual][the-manual] first.\n\n[list]: https://lists.example/\n[the-manual]: https://robots.example/\n',
    ],
    ['begins a block where there is none', 'See «it».\n', 'See [it][it].\n\n[it]: https://robots.example/\n'],
    [
      'begins a block without a final newline',
      'See «it».',
      'See [it][it].\n\n[it]: https://robots.example/\n',
    ],
    [
      'uses the label an address has already',
      'See «it».\n\n[robots]: https://robots.example/\n',
      'See [it][robots].\n\n[robots]: https://robots.example/\n',
    ],
    [
      'takes another label where its own is taken',
      'See «it».\n\n[IT]: https://other.example/\n',
      'See [it][it-2].\n\n[IT]: https://other.example/\n[it-2]: https://robots.example/\n',
    ],
    [
      'keeps Windows line endings',
      '---\r\ntitle: a\r\n---\r\nSee «it».\r\n\r\n[a]: /a\r\n',
      '---\r\ntitle: a\r\n---\r\nSee [it][it].\r\n\r\n[a]: /a\r\n[it]: https://robots.example/\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(inserted(before, 'https://robots.example/')).toBe(after)
  })
})

test('What kramdown reads as a link is one, whatever its style; code is none', () => {
  const source =
    '[a](/u) ![p][pic] [b][] [c] <https://x.example/> `[d](/d)` [e][none]\n\n[b]: /b\n[c]: /c "C"\n[pic]: /p.png\n'
  const { uses, definitions } = readLinks(source)
  expect(uses.map(use => [use.type, use.style, use.text, use.label, use.url])).toEqual([
    ['link', 'inline', 'a', undefined, '/u'],
    ['image', 'full', 'p', 'pic', '/p.png'],
    ['link', 'collapsed', 'b', 'b', '/b'],
    ['link', 'shortcut', 'c', 'c', '/c'],
    ['link', 'auto', 'https://x.example/', undefined, 'https://x.example/'],
  ])
  expect(definitions.map(each => source.slice(each.span.from, each.span.to))).toEqual([
    '[b]: /b',
    '[c]: /c "C"',
    '[pic]: /p.png',
  ])
})

test('Of two definitions the last counts, and the other is said to be overruled', () => {
  const links = readLinks('[a]\n\n[a]: /one\n[A]: /two\n')
  expect(links.find('a')?.url).toBe('/two')
  expect(links.definitions.map(each => each.overruled)).toEqual([true, false])
})
