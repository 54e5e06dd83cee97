import { expect, test } from 'vitest'
import { countText, findHeadings } from '../../../../../core/post/writing/index.ts'

const post = `---
title: Not words
---
# The *first* heading {#first}

Two words<!-- not
these -->, [a link](https://quay.example/not/these) and [another][label].

\`\`\`sh
# not a heading
\`\`\`

Second
------

{% highlight ruby %}
# nor this
{% endhighlight %}

### Third ###

{% include JB/setup %}

[label]: https://quay.example/ "not words"
`

test('counts the words that readers read', () => {
  // The first heading; two words; a link; and another; Second; Third
  expect(countText(post)).toEqual({ words: 3 + 2 + 2 + 2 + 1 + 1, minutes: 1 })
})

test('an empty post has no words and takes no time', () => {
  expect(countText('---\ntitle: Nothing\n---\n')).toEqual({ words: 0, minutes: 0 })
})

test('finds headings outside code, with the lines they stand on', () => {
  expect(findHeadings(post).map(({ level, text, line }) => [level, text, line])).toEqual([
    [1, 'The first heading', 4],
    [2, 'Second', 13],
    [3, 'Third', 20],
  ])
})

test('the offset of a heading is where its line begins', () => {
  const third = findHeadings(post)[2]!
  expect(post.slice(third.offset, third.offset + 9)).toBe('### Third')
})
