import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findEmbeds, isRefusal, swapEmbed } from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
const digits = [...'0123456789']

function idOf(length: number, characters: readonly string[]) {
  return array(constantFrom(...characters), { minLength: length, maxLength: length }).map(drawn =>
    drawn.join(''),
  )
}

const youtube = idOf(11, [...letters, ...digits, '-', '_'])
const deck = idOf(32, [...'0123456789abcdef'])
const number = idOf(9, digits.slice(1))
const key = idOf(14, [...letters, ...digits])

/** Markup that names its item in more than one place; `ID` stands for the item. */
const codes = [
  [
    youtube,
    '<iframe src="https://www.youtube.com/embed/ID?rel=0&amp;start=9" title="ID as it was"></iframe>',
  ],
  [
    youtube,
    '<object width="4" height="3"><param name="movie" value="http://www.youtube.com/v/ID&hl=en"><embed src="http://www.youtube.com/v/ID&hl=en" width="4" height="3"></object>',
  ],
  [
    youtube,
    `<lite-youtube videoid="ID" style="background-image: url('https://i.ytimg.com/vi/ID/hqdefault.jpg');"><a href="https://youtu.be/ID" class="lty-playbtn">Play</a></lite-youtube>`,
  ],
  [
    youtube,
    '[![A talk](https://img.youtube.com/vi/ID/0.jpg)](https://www.youtube.com/watch?v=ID&t=9s "A talk")',
  ],
  [youtube, '[![A talk](/img/own.png)](https://youtu.be/ID)'],
  [
    youtube,
    '<a class="embed-poster" href="https://www.youtube.com/watch?v=ID"><img src="https://i.ytimg.com/vi/ID/hqdefault.jpg" alt="A talk" loading="lazy"></a>',
  ],
  [
    youtube,
    '<iframe data-src="https://www.youtube-nocookie.com/embed/ID" class="lazyload"><a href="https://youtu.be/ID">A talk</a></iframe>',
  ],
  [youtube, '{% include youtube.html id="ID" poster="https://i.ytimg.com/vi/ID/0.jpg" title="A talk" %}'],
  [youtube, '{{< youtube id="ID" >}}'],
  [
    deck,
    '<script async class="speakerdeck-embed" data-slide="3" data-id="ID" data-ratio="1.77" src="//speakerdeck.com/assets/embed.js"></script>',
  ],
  [
    deck,
    '<iframe class="speakerdeck-iframe" src="https://speakerdeck.com/player/ID?slide=3" data-ratio="1.77"></iframe>',
  ],
  [deck, '{% speakerdeck ID %}'],
  [
    number,
    '<iframe src="https://player.vimeo.com/video/ID?h=0a1b2c3d4e#t=9s" width="640" height="360"></iframe>',
  ],
  [number, '{% include vimeo.html id=ID %}'],
  [
    number,
    '<div id="__ss_ID"><object id="__sseID"><param name="movie" value="http://static.slidesharecdn.com/swf/ssplayer2.swf?doc=a-talk"></object></div>',
  ],
  [
    key,
    '<iframe src="//www.slideshare.net/slideshow/embed_code/key/ID" width="595" height="485"></iframe> <div> <a href="//www.slideshare.net/secret/ID">A talk</a> </div>',
  ],
  [number, '<script src="https://asciinema.org/a/ID.js" id="asciicast-ID" async></script>'],
  [deck, '<script src="https://gist.github.com/someone/ID.js?file=a.rb"></script>'],
  [
    number,
    '<blockquote class="twitter-tweet"><p>Words</p>&mdash; Someone <a href="https://twitter.com/someone/status/ID?ref_src=x">May 1</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>',
  ],
] as const

describe('an id is swapped wherever the markup names its item', () => {
  test.each(codes.map(([id, code]) => ({ id, code })))('$code', ({ id, code }) => {
    assert(
      property(id, id, constantFrom('\n', '\r\n'), (before, after, newline) => {
        const post = (item: string) =>
          [
            'Words.',
            '',
            code.replaceAll('ID as it was', 'A talk').replaceAll('ID', item),
            '',
            'More.',
            '',
          ].join(newline)
        const swapped = (source: string, to: string) => {
          const [found, ...others] = findEmbeds(source)
          expect(others).toEqual([])
          // Bare keys read as numbers, gists lack their user: the whole id is said.
          const whole = found!.embed.id!.replace(before === to ? after : before, to)
          const edits = swapEmbed(source, found!, whole)
          if (isRefusal(edits)) throw new Error(edits.message)
          return applyEdits(source, edits)
        }
        const there = swapped(post(before), after)
        expect(there).toBe(post(after))
        expect(swapped(there, before)).toBe(post(before))
      }),
      { numRuns: 40 },
    )
  })
})
