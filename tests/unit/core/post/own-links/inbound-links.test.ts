import { describe, expect, test } from 'vitest'
import { inboundLinks, redirectLink } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const site = { url: 'https://talks.example', baseurl: '/notes' }
const before = { path: '_posts/2021-05-04-small-disks.md', url: '/2021/05/04/small-disks/' }
const after = { path: '_posts/2021-05-06-big-disks.md', url: '/2021/05/06/big-disks/' }
const from = { path: '_posts/2022-01-02-tapes.md', url: '/2022/01/02/tapes/' }

function redirected(source: string): string {
  const links = inboundLinks(source, before, { site, from })
  return applyEdits(
    source,
    links.flatMap(link => redirectLink(link, before, after, from) ?? []),
  )
}

describe('a link that leads to a post follows it, in the spelling it has', () => {
  test.each([
    ['[a](/notes/2021/05/04/small-disks/)', '[a](/notes/2021/05/06/big-disks/)'],
    ['[a](/2021/05/04/small-disks/)', '[a](/2021/05/06/big-disks/)'],
    ['[a](/notes/2021/05/04/small-disks "Disks")', '[a](/notes/2021/05/06/big-disks "Disks")'],
    ['[a](/notes/2021/05/04/small-disks.html#why)', '[a](/notes/2021/05/06/big-disks.html#why)'],
    [
      '[a](/notes/2021/05/04/small-disks/index.html?x=1#y)',
      '[a](/notes/2021/05/06/big-disks/index.html?x=1#y)',
    ],
    [
      '[a](http://www.talks.example/notes/2021/05/04/small-disks/)',
      '[a](http://www.talks.example/notes/2021/05/06/big-disks/)',
    ],
    [
      '<https://talks.example/notes/2021/05/04/small-disks/>',
      '<https://talks.example/notes/2021/05/06/big-disks/>',
    ],
    [
      '[a](//talks.example/notes/2021/05/04/small-disks/)',
      '[a](//talks.example/notes/2021/05/06/big-disks/)',
    ],
    ['[a](../../../../2021/05/04/small-disks/)', '[a](../../../../2021/05/06/big-disks/)'],
    ['[a]({{ site.baseurl }}/2021/05/04/small-disks/)', '[a]({{ site.baseurl }}/2021/05/06/big-disks/)'],
    ['[a]({{ site.url }}/notes/2021/05/04/small-disks/)', '[a]({{ site.url }}/notes/2021/05/06/big-disks/)'],
    [
      "[a]({{ '/2021/05/04/small-disks/#why' | relative_url }})",
      "[a]({{ '/2021/05/06/big-disks/#why' | relative_url }})",
    ],
    ['[a]({% post_url 2021-05-04-small-disks %}#why)', '[a]({% post_url 2021-05-06-big-disks %}#why)'],
    [
      '[a]({{ site.baseurl }}{% link _posts/2021-05-04-small-disks.md %})',
      '[a]({{ site.baseurl }}{% link _posts/2021-05-06-big-disks.md %})',
    ],
    [
      '<a class="x" href="/notes/2021/05/04/small-disks/">a</a>',
      '<a class="x" href="/notes/2021/05/06/big-disks/">a</a>',
    ],
    [
      "<div><a href='/notes/2021/05/04/small-disks'>a</a></div>",
      "<div><a href='/notes/2021/05/06/big-disks'>a</a></div>",
    ],
    [
      '[a][b]\n\n[b]: </notes/2021/05/04/small-disks/> "Disks"',
      '[a][b]\n\n[b]: </notes/2021/05/06/big-disks/> "Disks"',
    ],
    [
      '{% assign url = x %}{% post_url 2021-05-04-small-disks %}',
      '{% assign url = x %}{% post_url 2021-05-06-big-disks %}',
    ],
  ])('%s', (written, wanted) => {
    expect(redirected(`---\ntitle: T\n---\n${written}\n`)).toBe(`---\ntitle: T\n---\n${wanted}\n`)
  })
})

test.each([
  ['of another site', '[a](https://else.example/notes/2021/05/04/small-disks/)'],
  ['whose address only begins like it', '[a](/notes/2021/05/04/small-disks-again/)'],
  ['in code', '`<a href="/notes/2021/05/04/small-disks/">`\n\n    [a](/notes/2021/05/04/small-disks/)'],
  [
    'in highlighted code',
    '{% highlight html %}\n<a href="/notes/2021/05/04/small-disks/">\n{% endhighlight %}',
  ],
  ['that Liquid does not read', '{% raw %}{% post_url 2021-05-04-small-disks %}{% endraw %}'],
  ['of a picture', '![a](/notes/2021/05/04/small-disks/)'],
])('a link %s stays', (_, written) => {
  expect(redirected(`${written}\n`)).toBe(`${written}\n`)
})

test('a link is told with its line and address', () => {
  const source = 'One\n\n[a](/notes/2021/05/04/small-disks/)\n'
  expect(inboundLinks(source, before, { site }).map(({ line, written }) => [line, written])).toEqual([
    [3, '/notes/2021/05/04/small-disks/'],
  ])
})

test('letters that stand in an address as they are stay so', () => {
  const post = { path: '_posts/2021-05-04-käse.md', url: '/2021/k%C3%A4se/' }
  const next = { path: '_posts/2021-05-04-größe.md', url: '/2021/gr%C3%B6%C3%9Fe/' }
  const moved = (source: string): string =>
    applyEdits(
      source,
      inboundLinks(source, post, { site }).flatMap(link => redirectLink(link, post, next) ?? []),
    )
  expect(moved('[a](/2021/käse/) [b](/2021/k%C3%A4se/)')).toBe(
    '[a](/2021/größe/) [b](/2021/gr%C3%B6%C3%9Fe/)',
  )
})

test('a draft that becomes a post is followed by address and by file', () => {
  const draft = { path: '_drafts/tapes.md', url: '/2022/02/02/tapes/' }
  const post = { path: '_posts/2022-03-03-tapes.md', url: '/2022/03/03/tapes/' }
  const source = '[a]({% link _drafts/tapes.md %}) [b](/2022/02/02/tapes/)'
  const edits = inboundLinks(source, draft, { site }).flatMap(link => redirectLink(link, draft, post) ?? [])
  expect(applyEdits(source, edits)).toBe('[a]({% link _posts/2022-03-03-tapes.md %}) [b](/2022/03/03/tapes/)')
})
