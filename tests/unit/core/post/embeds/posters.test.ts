import { describe, expect, test } from 'vitest'
import { findEmbeds, isRefusal, learnHouse, swapEmbed } from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const video = 'lEcTeRn-_01'
const other = 'abcdefghijk'
const watch = `https://www.youtube.com/watch?v=${video}`

function found(source: string) {
  return findEmbeds(source).map(({ embed: { provider, id }, form }) => [provider, id, form])
}

function swapped(source: string, id: string): string {
  const edits = swapEmbed(source, findEmbeds(source)[0]!, id)
  if (isRefusal(edits)) throw new Error(edits.message)
  return applyEdits(source, edits)
}

describe('a picture that links to a recording', () => {
  test.each([
    ['the author’s own picture', `Words.\n\n[![The talk](/img/talk.png)](${watch})\n`],
    ['a picture with blanks and Liquid in its address', `[![T]({{ base }}/img/the talk.png)](${watch})\n`],
    ['words over two lines', `[![The\ntalk](/img/talk.png)](${watch} "The talk")\n`],
    ['an address by reference', `[![The talk](/img/talk.png)][v]\n\n[v]: ${watch}\n`],
    ['both by reference', `[![The talk][p]][V]\n\n[p]: /img/talk.png\n[v]: <${watch}>\n`],
    ['a picture named by its words', `[![shot][]](${watch})\n\n[shot]: /img/talk.png\n`],
    ['in a list', `- [![The talk](/img/talk.png)](${watch})\n- words\n`],
    ['with attributes', `> [![The talk](/img/talk.png)](${watch}){:.wide}\n`],
    ['HTML', `<p class="c"><a href="${watch}" target="_blank"><img src="/img/talk.png" alt="x"></a></p>\n`],
    ['HTML over lines', `<a href="${watch}">\n\t<img src="/img/talk.png">\n</a>\n`],
  ])('is a poster: %s', (_, source) => {
    expect(found(source)).toEqual([['youtube', video, 'poster']])
  })

  test.each([
    ['amid words', `Look: [![icon](/img/play.png)](${watch}) for more.\n`],
    ['an icon', `<a href="${watch}"><img src="/img/yt.svg" width="32"></a>\n`],
    ['words beside the picture', `<a href="${watch}"><img src="/img/talk.png"> Watch it</a>\n`],
    ['to a page', `[![me](/img/me.png)](https://www.youtube.com/@someone)\n`],
    ['to a file', `[![deck](/img/deck.png)](/talks/deck.pdf)\n`],
    ['to another picture', `[![small](/img/a-youtube.png)](/img/youtube.png)\n`],
    ['to a post elsewhere', `[![x](/img/a.png)](https://x.com/someone/status/918273645918273645)\n`],
    ['in code', `    [![The talk](/img/talk.png)](${watch})\n`],
    ['a definition that is missing', `[![The talk](/img/talk.png)][v]\n`],
  ])('is none: %s', (_, source) => {
    expect(found(source)).toEqual([])
  })

  test('leads elsewhere after a swap, and its own picture stays', () => {
    const source = `[![The talk](/img/talk.png)](https://youtu.be/${other}?t=9)\n`
    expect(swapped(source, video)).toBe(`[![The talk](/img/talk.png)](https://youtu.be/${video}?t=9)\n`)
    expect(swapped(source, 'https://vimeo.com/918273645')).toBe(
      '[![The talk](/img/talk.png)](https://vimeo.com/918273645)\n',
    )
  })

  test('changes the service’s picture along, also in its definition', () => {
    const source = `[![T][p]][v]\n\n[p]: https://i.ytimg.com/vi/${other}/0.jpg\n[v]: https://youtu.be/${other}\n`
    const there = swapped(source, video)
    expect(there).toBe(source.replaceAll(other, video))
    expect(swapped(there, other)).toBe(source)
  })

  test('is written anew where its picture was the other service’s', () => {
    const source = `[![T](https://i.ytimg.com/vi/${other}/0.jpg)](https://youtu.be/${other})\n`
    expect(swapped(source, 'https://vimeo.com/918273645')).toBe(
      '[Video on Vimeo](https://vimeo.com/918273645)\n',
    )
  })

  test('teaches no house style, as its picture is of the one item', () => {
    const source = `<a href="${watch}"><img src="/img/talk.png" alt="x"></a>\n`
    expect(learnHouse([source]).examples).toEqual({})
  })
})
