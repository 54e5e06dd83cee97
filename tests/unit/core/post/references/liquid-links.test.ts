import { expect, test } from 'vitest'
import { linkProblems, readLinks } from '../../../../../core/post/index.ts'

function read(source: string): string[] {
  const { uses } = readLinks(source)
  return uses.map(({ span, url }) => `${source.slice(span.from, span.to)} → ${url}`)
}

test.each([
  [
    'an address with Liquid is read as written',
    '[a]({{ site.url }}/b)',
    ['[a]({{ site.url }}/b) → {{ site.url }}/b'],
  ],
  [
    'quotes within Liquid begin no title',
    '[a]({{ "/b" | relative_url }})',
    ['[a]({{ "/b" | relative_url }}) → {{ "/b" | relative_url }}'],
  ],
  ['a link in a condition is one', '{% if page.x %}[a](/b){% endif %}', ['[a](/b) → /b']],
  ['a link in a comment is none', '{% comment %}[a](/b){% endcomment %} [c](/d)', ['[c](/d) → /d']],
  [
    'code of a highlight block holds none',
    '{% highlight md %}\n[a](/b)\n{% endhighlight %}\n\n[c](/d)',
    ['[c](/d) → /d'],
  ],
  ['raw text holds links', '{% raw %}[a](/{{ b }}){% endraw %}', ['[a](/{{ b }}) → /{{ b }}']],
  [
    'a definition below an include on its own line counts',
    '{% include setup %}\n[a]: /b\n\n[a][]\n',
    ['[a][] → /b'],
  ],
  ['Liquid nothing closes is text', '{{ [a](/b) {% [c](/d)', ['[a](/b) → /b', '[c](/d) → /d']],
])('%s', (_, source, expected) => {
  expect(read(source)).toEqual(expected)
})

test.each([
  ['open tags', '{% '.repeat(30_000)],
  ['open outputs', '{{ '.repeat(30_000)],
  ['comments nothing ends', '{% comment %}'.repeat(8_000)],
  ['conditions nothing ends', '{% if a %}[b](c)'.repeat(3_000)],
  ['brackets', '[a]['.repeat(10_000)],
  ['labels nobody defines', '[abcdefgh][ijklmnop]\n'.repeat(2_000)],
  ['definitions', '[abcdefgh]: /a\n'.repeat(3_000)],
])('Problems of 90,000 characters of %s are told within three seconds', (_, source) => {
  const started = performance.now()
  linkProblems(source)
  expect(performance.now() - started).toBeLessThan(3_000)
})
