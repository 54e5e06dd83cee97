import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EmbedStyle,
  findEmbeds,
  isRefusal,
  recogniseElement,
  recogniseEmbed,
  writeEmbed,
} from '../../../../../core/post/embeds/index.ts'
import { available } from '../../../../support/needs.ts'
import { KramdownOracle } from '../../../../support/oracle-kramdown.ts'

const deck = 'fedcba9876543210fedcba9876543210'
const inputs = [
  'https://youtu.be/lEcTeRn-_01?t=90',
  'https://vimeo.com/918273645/0a1b2c3d4e',
  `https://speakerdeck.com/player/${deck}?slide=3`,
  'https://speakerdeck.com/someone/a-talk',
  'https://www.slideshare.net/slideshow/x/91827364',
  'https://docs.google.com/presentation/d/e/2PACX-lecternlecternlectern/pub?slide=id.p2',
  `https://gist.github.com/someone/${deck}?file=a_b.rb`,
  'https://x.com/someone/status/918273645918',
  'https://noti.st/someone/aB3dE6',
  'https://asciinema.org/a/918273?t=5',
  'https://codepen.io/someone/pen/aBcDeF',
  'https://clips.twitch.tv/Some_Clip-x',
  'https://archive.org/details/lectern_x?start=9',
  'https://soundcloud.com/someone/a-song',
  'https://social.example/@some_one/112233445566',
  'https://onedrive.live.com/embed?cid=2F&resid=2F%21116&authkey=AEy&em=2',
  '/talks/deck_a.pdf#page=3',
  '/v/talk_b.mp4#t=5',
  '/slides/index.html',
]

// Asks the real Jekyll, which not every machine has; CI requires it.
describe.skipIf(!available('jekyll'))('what Jekyll makes of a written embed', () => {
  let oracle: KramdownOracle
  beforeAll(() => {
    oracle = new KramdownOracle()
  })
  afterAll(() => oracle.close())

  test.each(inputs)('%s is still the same item on the page', async input => {
    const embed = recogniseEmbed(input)
    if (isRefusal(embed)) throw new Error(embed.message)
    for (const style of ['house', 'iframe', 'privacy'] as EmbedStyle[]) {
      const markup = writeEmbed(embed, style)
      const markdown = `Before.\n\n${markup.replace(/\{\{.*?\}\}/, 'blog.example')}\n\nAfter.\n`
      const answer = await oracle.ask({ markdown, jekyll: true })
      if ('error' in answer) throw new Error(answer.error)
      expect(answer.warnings).toEqual([])
      expect(answer.html).toMatch(/^<p>Before\.<\/p>[\s\S]*<p>After\.<\/p>\n$/)
      const shown = findEmbeds(answer.html).map(found => found.embed)
      expect(shown.map(({ provider, id, embedSrc }) => [provider, id, embedSrc])).toEqual([
        [embed.provider, embed.id, embed.embedSrc],
      ])
    }
  })

  test('the preview recognises the page’s elements as the post’s embeds', async () => {
    const markdown =
      '<div class="v">\n<iframe src="https://www.youtube.com/embed/lEcTeRn-_01?a=1&amp;b=2" width="4" height="3"></iframe>\n</div>\n'
    const answer = await oracle.ask({ markdown, jekyll: true })
    if ('error' in answer) throw new Error(answer.error)
    const element = /<iframe[\s\S]*<\/iframe>/.exec(answer.html)![0]
    expect(recogniseElement(element)).toEqual(findEmbeds(markdown)[0]!.embed)
  })
})
