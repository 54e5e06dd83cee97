import { describe, expect, test } from 'vitest'
import { type LinkChange, toInline, toReferences } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

function after(source: string, change: LinkChange): string {
  return applyEdits(source, change.edits)
}

describe('To references', () => {
  test.each([
    [
      'an address moves into a definition',
      'See [the manual](/man "All of it").\n',
      'See [the manual][the-manual].\n\n[the-manual]: /man "All of it"\n',
    ],
    [
      'an address that is there twice gets one definition',
      '[a](/u) and [b](/u)\n',
      '[a][a] and [b][a]\n\n[a]: /u\n',
    ],
    ['an address that is defined is used', '[a](/u) and [b][]\n\n[b]: /u\n', '[a][b] and [b][]\n\n[b]: /u\n'],
    [
      'words in brackets do not become a link',
      'As [sic] [sic](/u).\n',
      'As [sic] [sic][sic-2].\n\n[sic-2]: /u\n',
    ],
    [
      'links with one name and two addresses get two labels',
      '[here](/a) and [here](/b)\n',
      '[here][here] and [here][here-2]\n\n[here]: /a\n[here-2]: /b\n',
    ],
    [
      'a picture inside of a link moves too',
      '[![robot](/r.png)](/robots)\n',
      '[![robot][robot-2]][robot]\n\n[robot]: /robots\n[robot-2]: /r.png\n',
    ],
    ['code stays', '`[a](/u)`\n', '`[a](/u)`\n'],
    ['Windows line endings stay', 'a [b](/c)\r\n', 'a [b][b]\r\n\r\n[b]: /c\r\n'],
    [
      'a block between two sections takes the links above it',
      '[a](/a) [x][]\n\n[x]: /x\n\n## Next\n\n[y][] [b](/b)\n\n[y]: /y\n',
      '[a][a] [x][]\n\n[x]: /x\n[a]: /a\n\n## Next\n\n[y][] [b][b]\n\n[y]: /y\n[b]: /b\n',
    ],
    [
      'definitions come before what swallows the end of the post',
      'See [a](/u).\n\n<div>\nopen\n',
      '[a]: /u\n\nSee [a][a].\n\n<div>\nopen\n',
    ],
    [
      'Liquid that means the same everywhere moves along',
      '[a]({{ site.url }}/x) [b]({% post_url 2020-01-01-b %})\n',
      '[a][a] [b][b]\n\n[a]: {{ site.url }}/x\n[b]: {% post_url 2020-01-01-b %}\n',
    ],
  ])('%s', (_, before, expected) => {
    expect(after(before, toReferences(before))).toBe(expected)
  })

  test.each([
    ['links.liquid-address', '{% for p in site.posts %}[a]({{ p.url }}){% endfor %}\n'],
    ['links.liquid-block', '{% raw %}[a]({{ site.url }}){% endraw %}\n'],
    ['links.two-lines', '[a](/u "one\ntwo")\n'],
  ])('%s: such a link stays as it is', (code, source) => {
    const change = toReferences(source)
    expect(change.edits).toEqual([])
    expect(change.refused.map(refusal => refusal.code)).toEqual([code])
  })
})

describe('To addresses', () => {
  test.each([
    [
      'the definition moves into its last link',
      'See [it][m] and [m].\n\n[m]: /man "All"\n',
      'See [it](/man "All") and [m](/man "All").\n',
    ],
    ['a definition no link used stays', '[a][]\n\n[a]: /a\n[b]: /b\n', '[a](/a)\n\n[b]: /b\n'],
    ['parentheses that do not match stand in angles', '[a][]\n\n[a]: /a(b\n', '[a](</a(b>)\n'],
    ['a title with a quote and a parenthesis keeps them', '[a][]\n\n[a]: /a "x") y"\n', "[a](/a 'x\") y')\n"],
  ])('%s', (_, before, expected) => {
    expect(after(before, toInline(before))).toBe(expected)
  })

  test('a link whose definition has attributes stays as it is', () => {
    const change = toInline('[a][]\n\n[a]: /a\n{: target="_blank"}\n')
    expect(change.edits).toEqual([])
    expect(change.refused.map(({ code }) => code)).toEqual(['links.attributes'])
  })
})

test('There and back again the text is as it was', () => {
  const source = '---\ntitle: t\n---\nA [b](/b), a [c](/c "C").\n\n* [d](/d)\n'
  const references = after(source, toReferences(source))
  expect(references).not.toBe(source)
  expect(after(references, toInline(references))).toBe(source)
})
