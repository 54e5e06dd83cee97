import { describe, expect, test } from 'vitest'
import {
  findEmbeds,
  isRefusal,
  rewriteEmbed,
  setStart,
  swapEmbed,
} from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const video = 'lEcTeRn-_01'
const deck = 'fedcba9876543210fedcba9876543210'

function found(source: string) {
  return findEmbeds(source).map(({ embed: { provider, kind, id } }) => [provider, kind, id])
}

describe('old and foreign markup', () => {
  test.each([
    [
      'a Flash player of a service nobody knows',
      '<embed src="http://player.example/a/v.swf" type="application/x-shockwave-flash" width="4" height="3"></embed>',
      ['generic', 'iframe', null],
    ],
    [
      'a page in an object',
      '<object data="https://pages.example/a" type="text/html"></object>',
      ['generic', 'iframe', null],
    ],
    [
      'SlideShare’s first player',
      '<object type="application/x-shockwave-flash" data="https://s3.example/slideshare/ssplayer.swf?id=33951&doc=a-talk"></object>',
      ['slideshare', 'slides', '33951'],
    ],
    [
      'a player of a closed service that names no item',
      '<embed src="http://blip.tv/scripts/flash/showplayer.swf?file=http%3A//blip.tv/rss/flash/1">',
      ['blip', 'dead', null],
    ],
    [
      'a film below a variable of the site',
      '<video src="{{ images }}/talks/a.mp4" controls></video>',
      ['file', 'video', '/talks/a.mp4'],
    ],
    [
      'a recording whose address has no ending',
      '<audio controls><source src="https://episodes.example/63yfm0p1#t=9"></audio>',
      ['file', 'audio', 'https://episodes.example/63yfm0p1'],
    ],
    [
      'a quote of Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/aB3/?utm_source=x"><a href="https://other.example/">x</a></blockquote><script async src="//www.instagram.com/embed.js"></script>',
      ['generic', 'card', null],
    ],
    [
      'a quote of Reddit',
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/talks/comments/abc123/a_talk/">x</a></blockquote><script async src="https://embed.reddit.com/widgets.js"></script>',
      ['reddit', 'social', 'abc123'],
    ],
    [
      'a user’s fiddle in two arguments',
      '{% jsfiddle "someone" "aB3dE" %}',
      ['jsfiddle', 'code', 'someone/aB3dE'],
    ],
    [
      'an id under a name of the site’s own',
      `{% include speakerdeck.html hash="${deck}" theme="dark" %}`,
      ['speakerdeck', 'slides', deck],
    ],
  ])('%s is found', (_, markup, expected) => {
    expect(found(`Words.\n\n${markup}\n`)).toEqual([expected])
  })

  test.each([
    ['a drawing', '<object data="/img/logo.svg" type="image/svg+xml"></object>'],
    ['a picture', '<embed src="https://pictures.example/a.png?w=625">'],
    ['an object with the drawing in it', '<object><svg viewBox="0 0 1 1"></svg></object>'],
    ['a film whose address only Liquid knows', '<video src="{{ item.film }}"></video>'],
    [
      'a quotation',
      '<blockquote class="quote"><a href="https://www.instagram.com/p/aB3/">x</a></blockquote>',
    ],
    ['an include with nothing but its looks', '{% include youtube.html width="640" class="wide" %}'],
  ])('%s is no embed', (_, markup) => {
    expect(found(`Words.\n\n${markup}\n`)).toEqual([])
  })

  test('a page of the site in a frame is a deck only where its address says so', () => {
    const frame = (src: string) => `<iframe src="${src}"></iframe>\n`
    expect(found(frame('/slides/2026/index.html'))).toEqual([
      ['reveal.js', 'slides', '/slides/2026/index.html'],
    ])
    expect(found(frame('/maps/noise.html'))).toEqual([['generic', 'iframe', '/maps/noise.html']])
  })
})

describe('changing what stands there', () => {
  function first(source: string) {
    return findEmbeds(source)[0]!
  }

  function swapped(source: string, to: string): string {
    const edits = swapEmbed(source, first(source), to)
    if (isRefusal(edits)) throw new Error(edits.message)
    return applyEdits(source, edits)
  }

  test.each([
    ['{{< gist someone 0123456789abcdef0123 >}}', 'other/fedcba98765432100123'],
    ['{% gist someone/0123456789abcdef0123 %}', 'other/fedcba98765432100123'],
    ['{% include video.html path="a.mp4" %}', '/assets/b.mp4'],
    [
      '<iframe src="https://www.youtube.com/embed/videoseries?list=PLabcdefghij0123456789"></iframe>',
      'playlist/PLzyxwvutsrq9876543210',
    ],
    [
      '<iframe src="//www.slideshare.net/slideshow/embed_code/key/aBcDeFgHiJkLmN"></iframe> <div> <a href="https://www.slideshare.net/secret/aBcDeFgHiJkLmN">x</a> </div>',
      'zYxWvUtSrQpOnM',
    ],
    ['<iframe src="https://frames.example/a"></iframe>', 'https://frames.example/b'],
    [`<video src="https://films.example/it's.mp4"></video>`, 'https://films.example/b.mp4'],
    [`{% include video.html path="/films/it's.mp4" %}`, '/films/b.mp4'],
  ])('swapping in %s and back gives the same bytes', (source, to) => {
    const before = first(source).embed
    const there = swapped(source, to)
    expect(there).not.toContain(before.id?.split('/').at(-1) ?? before.pageUrl)
    expect(first(there).embed.provider).toBe(before.provider)
    expect(swapped(there, before.id ?? before.pageUrl!)).toBe(source)
  })

  test.each([
    ['https://www.youtube.com/embed/ID?start=9&rel=0', 77, 'https://www.youtube.com/embed/ID?start=77&rel=0'],
    [
      'https://www.youtube.com/embed/ID?rel=0&amp;t=9s',
      77,
      'https://www.youtube.com/embed/ID?rel=0&amp;start=77',
    ],
    ['https://www.youtube.com/watch?v=ID#t=1m30s', 77, 'https://www.youtube.com/watch?v=ID#t=1m17s'],
    ['https://youtu.be/ID?t=1m30s', 60, 'https://youtu.be/ID?t=1m'],
    ['https://www.youtube.com/embed/ID', 77, 'https://www.youtube.com/embed/ID?start=77'],
    ['https://www.youtube.com/embed/ID?start=9&rel=0', undefined, 'https://www.youtube.com/embed/ID?rel=0'],
    [
      'https://player.vimeo.com/video/918273645?dnt=1',
      77,
      'https://player.vimeo.com/video/918273645?dnt=1#t=77s',
    ],
  ])('the start in %s becomes %s', (address, start, expected) => {
    const frame = (src: string) => `<iframe src="${src.replace('ID', video)}"></iframe>`
    const source = frame(address)
    expect(applyEdits(source, setStart(source, first(source), start)!)).toBe(frame(expected))
  })

  test('a start set and set back gives the same bytes', () => {
    for (const form of ['t=90', 't=90s', 't=1m30s', 't=1:30', 'feature=x&t=90&list=PLabcdefghij0123456789']) {
      const source = `<iframe src="https://www.youtube.com/watch?v=${video}&${form}"></iframe>`
      const there = applyEdits(source, setStart(source, first(source), 77)!)
      expect(first(there).embed.params['start']).toBe(77)
      expect(applyEdits(there, setStart(there, first(there), 90)!)).toBe(source)
    }
  })

  test('a playlist has no place for a start', () => {
    const source =
      '<iframe src="https://www.youtube.com/embed/videoseries?list=PLabcdefghij0123456789"></iframe>'
    expect(setStart(source, first(source), 9)).toBeUndefined()
  })

  test('a stranger’s frame written anew stays a frame of the same address and shape', () => {
    const source =
      '<iframe src="https://frames.example/a?b=1&amp;c=2" width="400" height="300" onload="x()"></iframe>'
    expect(applyEdits(source, rewriteEmbed(source, first(source), 'privacy'))).toBe(
      '<iframe src="https://frames.example/a?b=1&amp;c=2" title="Page on frames.example" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" style="aspect-ratio:4/3;width:100%;border:0" allowfullscreen></iframe>',
    )
  })
})
