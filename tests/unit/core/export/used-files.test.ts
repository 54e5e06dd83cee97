import { describe, expect, test } from 'vitest'
import {
  candidatePaths,
  findFileReferences,
  learnAssetHabits,
  placePost,
} from '../../../../core/export/index.ts'

describe('the files a post uses', () => {
  test.each([
    ['![a](/images/a.png)', '/images/a.png', true],
    ['![a](images/a.png "Title")', 'images/a.png', false],
    ['[paper](../papers/a%20b.pdf)', '../papers/a%20b.pdf', false],
    ['[paper]: /papers/a.pdf', '/papers/a.pdf', true],
    ['![a]({{ site.baseurl }}/images/a.png)', '/images/a.png', true],
    ["![a]({{ '/images/a.png' | relative_url }})", '/images/a.png', true],
    ['![a]({{ "/images/a.png" | absolute_url }})', '/images/a.png', true],
    ['![a]({% link images/a.png %})', 'images/a.png', true],
    ['<img src="/images/a.png?v=2">', '/images/a.png', true],
    ["<video poster='/a.jpg'>", '/a.jpg', true],
    ['<video src="talk.mp4">', 'talk.mp4', false],
    ['![a](https://example.org/a.png)', undefined, false],
    ['![a](//example.org/a.png)', undefined, false],
    ['![a](data:image/png;base64,AAAA.png)', undefined, false],
    ['[page](/about.html)', undefined, false],
  ])('%s', (body, address, fromRoot) => {
    const [found, ...more] = findFileReferences(`---\ntitle: A\n---\n${body}\n`)
    expect(more).toEqual([])
    expect(found && [found.address, found.fromRoot]).toEqual(
      address === undefined ? undefined : [address, fromRoot],
    )
  })

  test('front matter names files too', () => {
    const source = '---\ntitle: A\nimage: /images/a.png\nposter: "b.jpg"\nlayout: post\n---\n'
    expect(findFileReferences(source).map(({ address }) => address)).toEqual(['/images/a.png', 'b.jpg'])
  })

  test('a place is the exact text that would be replaced', () => {
    const source = '![a]({{ site.baseurl }}/images/a.png "T")\n'
    const [found] = findFileReferences(source)
    expect(source.slice(found!.from, found!.to)).toBe('{{ site.baseurl }}/images/a.png')
  })

  test.each([
    ['images/a.png', ['_posts/images/a.png', 'images/a.png']],
    ['../a.png', ['a.png']],
    ['../../../a.png', []],
    ['/blog/a.png', ['a.png']],
    ['/a%20b.png', ['a b.png']],
  ])('%s is looked for at %j', (address, expected) => {
    const [reference] = findFileReferences(`![a](${address})`)
    expect(candidatePaths(reference!, '_posts', '/blog')).toEqual(expected)
  })
})

describe('where a site keeps what posts use', () => {
  test('the newest posts teach it', () => {
    const posts = [
      '![a]({{ site.baseurl }}/assets/talks/2015/a.png)',
      '![b]({{ site.baseurl }}/assets/talks/b.png)',
      '![c](/img/c.png)',
    ]
    expect(learnAssetHabits({ posts, folders: ['img', 'assets'], baseurl: '' })).toEqual({
      folder: 'assets/talks',
      before: '{{ site.baseurl }}/',
      after: '',
    })
  })

  test('through a filter, when that is how it is done', () => {
    const posts = ["![a]({{ '/images/a.png' | relative_url }})"]
    expect(learnAssetHabits({ posts, folders: [], baseurl: '' })).toEqual({
      folder: 'images',
      before: "{{ '/",
      after: "' | relative_url }}",
    })
  })

  test('without posts its folders tell', () => {
    expect(learnAssetHabits({ posts: [], folders: ['_posts', 'img'], baseurl: '/blog' })).toEqual({
      folder: 'img',
      before: '{{ site.baseurl }}/',
      after: '',
    })
  })
})

describe('where a post from elsewhere goes', () => {
  const existing = [
    'talks/_posts/2014-01-01-a.md',
    'talks/_posts/2014-02-01-b.md',
    '_posts/2013-01-01-c.md',
    '_drafts/idea.md',
  ]
  test.each([
    ['2013-01-01-c.md', undefined, '_posts/2013-01-01-c.md'],
    ['2015-01-01-new.md', undefined, 'talks/_posts/2015-01-01-new.md'],
    ['_posts/2015-01-01-new.md', undefined, '_posts/2015-01-01-new.md'],
    ['notes/_drafts/thought.md', undefined, 'notes/_drafts/thought.md'],
    ['new.md', '2015-03-04', 'talks/_posts/2015-03-04-new.md'],
    ['new.md', undefined, '_drafts/new.md'],
    ['idea.md', undefined, '_drafts/idea.md'],
  ])('%s dated %s goes to %s', (path, date, place) => {
    expect(placePost({ path, existing, ...(date === undefined ? {} : { date }) })).toBe(place)
  })
})
