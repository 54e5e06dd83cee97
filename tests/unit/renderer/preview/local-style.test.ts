import { expect, test } from 'vitest'
import { localStyle } from '../../../../renderer/preview/page/local-style.ts'

const place = (address: string) =>
  /^(?:https?:)?\/\//.test(address)
    ? ({ type: 'remote', url: address } as const)
    : ({ type: 'local', url: `/site${address}` } as const)

test.each([
  ['a picture of the site', 'a{background:url(/a.png)}', 'a{background:url("/site/a.png")}'],
  ['one in quotes', `a{background:url( '/a b.png' )}`, 'a{background:url("/site/a b.png")}'],
  ['one of another host', 'a{background:red url(//far.example/a.png)}', 'a{background:red none}'],
  ['a picture inside', 'a{background:url(data:image/png;base64,AA==)}', undefined],
  ['a font inside', 'a{src:url("data:font/woff2;base64,AA==")}', undefined],
  ['a page inside', 'a{background:url(data:text/html,x)}', 'a{background:url("/sitedata:text/html,x")}'],
  ['a name in the page', 'a{clip-path:url(#star)}', undefined],
  ['an import of the site', '@import "/b.css" screen; a{}', '@import url("/site/b.css") screen; a{}'],
  ['one by url()', '@import url(/b.css);a{}', '@import url("/site/b.css") ;a{}'],
  [
    'one of another host, with a semicolon in its address',
    '@import url("https://fonts.example/css2?family=A:wght@400;700"); a{color:red}',
    ' a{color:red}',
  ],
  ['a set of pictures', 'a{background:image-set(url(/a.png) 1x, "/b.png" 2x)}', 'a{background:none}'],
  ['an address that never ends', 'a{background:url(/a.png', 'a{background:none'],
  ['an import behind a comment', '/* @import "x"; */@import/**/"//far.example/b.css"; a{}', ' a{}'],
  [
    'an address that leaves the string',
    "a{background:url('/a\"b.png')}",
    'a{background:url("/site/a%22b.png")}',
  ],
  ['words', 'a { curl: 1; color: src }', undefined],
])('reads %s', (_, style, expected) => {
  expect(localStyle(style, place)).toBe(expected ?? style)
})

test('takes no longer for a long style than it is long', () => {
  const started = performance.now()
  for (const part of ['url(', '@import ', '/*', 'image-set(', 'url("', 'src(('])
    localStyle(part.repeat(20_000), place)
  expect(performance.now() - started).toBeLessThan(2_000)
})
