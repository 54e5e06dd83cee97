import { describe, expect, test } from 'vitest'
import { convert, jekyllOptions } from '../../../../../core/kramdown/index.ts'
import { embedProblems, findEmbeds } from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const video = 'lEcTeRn-_01'
const frame = (src: string) => `<iframe src="${src}"></iframe>`

function problems(source: string) {
  return findEmbeds(source).flatMap(found => embedProblems(source, found, '2013-05-04'))
}

/** The source after the first problem's next step. */
function mended(source: string): string | undefined {
  const edits = problems(source)[0]?.fix?.edits
  return edits && applyEdits(source, edits)
}

describe('a frame that shows nothing', () => {
  test.each([
    [`https://www.youtube.com/watch?v=${video}&amp;t=90`, `https://www.youtube.com/embed/${video}?start=90`],
    [`https://youtu.be/${video}`, `https://www.youtube.com/embed/${video}`],
    [`http://www.youtube.com/shorts/${video}`, `https://www.youtube.com/embed/${video}`],
    [`https://www.youtube.com/embed/${video}?t=90`, `https://www.youtube.com/embed/${video}?start=90`],
    ['https://vimeo.com/918273645', 'https://player.vimeo.com/video/918273645?dnt=1'],
    [
      'https://player.vimeo.com/video/918273645/0a1b2c3d4e',
      'https://player.vimeo.com/video/918273645?h=0a1b2c3d4e&amp;dnt=1',
    ],
    ['https://archive.org/embed/a-talk&playlist=1', 'https://archive.org/embed/a-talk?playlist=1'],
    ['https://prezi.com/p/embed/lectern12345/', 'https://prezi.com/p/lectern12345/embed'],
    [
      'https://player.twitch.tv/?video=v918273645',
      "https://player.twitch.tv/?video=918273645&amp;parent={{ site.url | split: '//' | last }}&amp;autoplay=false",
    ],
  ])('%s gets the address of the player', (src, player) => {
    expect(problems(frame(src)).map(({ code }) => code)).toEqual(['broken-player'])
    expect(mended(frame(src))).toBe(frame(player))
    expect(findEmbeds(frame(player))[0]?.embed.id).toBe(findEmbeds(frame(src))[0]?.embed.id)
    expect(problems(frame(player))).toEqual([])
  })

  test.each([
    [
      'https://www.youtube.com/embed?listType=search&list=liquid',
      '<https://www.youtube.com/embed?listType=search&list=liquid>',
    ],
    ['https://embed.bsky.app/embed/someone.example/app.bsky.feed.post/3jzn6g7ixgq2y', undefined],
  ])('%s is marked', (src, link) => {
    expect(problems(frame(src)).map(({ code }) => code)).toEqual(['broken-player'])
    if (link !== undefined) expect(mended(frame(src))).toBe(link)
  })

  test.each([
    `https://www.youtube.com/embed/${video}?start=90`,
    `https://www.youtube-nocookie.com/embed/${video}`,
    'https://player.vimeo.com/video/918273645?h=0a1b2c3d4e#t=90s',
    'https://player.twitch.tv/?video=918273645&amp;parent=blog.example',
    'https://archive.org/embed/a-talk?playlist=1',
    'https://frames.example/watch?v=1',
  ])('%s is left alone', src => {
    expect(problems(frame(src))).toEqual([])
  })
})

describe('a service that closed', () => {
  test.each([
    [
      'http://channel9.msdn.com/Shows/Azure-Friday/A-Talk/player',
      'https://learn.microsoft.com/_themes/docs.theme/master/en-us/_themes/global/video-embed-one-stream.html?show=azure-friday&amp;ep=a-talk',
    ],
    ['http://www.ustream.tv/embed/recorded/918273?html5ui', 'https://video.ibm.com/embed/recorded/918273'],
  ])('%s plays at its new address', (src, player) => {
    expect(problems(frame(src)).map(({ code }) => code)).toEqual(['closed-service'])
    expect(mended(frame(src))).toBe(frame(player))
  })

  test.each([
    'http://channel9.msdn.com/Events/Build/2013/3-314/player',
    'https://qik.com/video/1234',
    'http://www.viddler.com/embed/1a2b3c/',
    'http://revision3.com/html5player-v1',
    'http://blip.tv/play/hJ1abc.html',
    'http://www.rdio.com/artist/a/',
    'https://vine.co/v/bjHh0/embed/simple',
    'http://s1.photobucket.com/player.swf',
    'http://www.funnyordie.com/embed/1a2b',
    'http://www.collegehumor.com/e/1234',
    'http://video.google.com/videoplay?docid=-12345',
    'http://a.posterous.com/talk',
    'http://www.justin.tv/widgets/live_embed_player.swf?channel=a',
    'http://lanyrd.com/2013/a/b/',
    'http://storify.com/a/b',
    'https://plus.google.com/1/posts/a',
    'https://mixer.com/embed/player/a',
    'https://gitpitch.com/a/b',
    'https://gfycat.com/ifr/OneTwoThree',
    'https://web.microsoftstream.com/embed/video/1',
    'https://glitch.com/embed/#!/embed/a',
    'https://a-talk.glitch.me/',
  ])('%s can be made a link', src => {
    expect(problems(frame(src)).map(({ code }) => code)).toEqual(['closed-service'])
    expect(mended(frame(src))).toMatch(/^<https?:\/\/[^>]+>$/)
  })
})

test('a tag that kramdown prints as text gets the blank it lacks', () => {
  const source = `<iframe style="border: 0"width="420" src="https://www.youtube.com/embed/${video}"></iframe>\n`
  expect(convert(source, jekyllOptions).html).toContain('&lt;iframe')
  expect(problems(source).map(({ code }) => code)).toEqual(['shown-as-text'])
  expect(convert(mended(source)!, jekyllOptions).html).toContain('<iframe')
  expect(problems(mended(source)!)).toEqual([])
})

describe('old markup', () => {
  test('Flash of a stranger can be made a link', () => {
    const source = '<embed src="http://player.example/v.swf" type="application/x-shockwave-flash">'
    expect(problems(source).map(({ code }) => code)).toEqual(['flash'])
    expect(mended(source)).toBe('<http://player.example/v.swf>')
  })

  test('an object that browsers still show has no problem', () => {
    for (const source of [
      '<object data="https://pages.example/a" type="text/html"></object>',
      '<embed src="/films/a.mp4">',
      '<object data="/a.pdf" type="application/pdf"></object>',
    ])
      expect(problems(source)).toEqual([])
  })

  test('a stranger’s frame without encryption is marked', () => {
    const source = frame('http://frames.example/a')
    expect(problems(source).map(({ code }) => code)).toEqual(['http-player'])
    expect(mended(source)).toBe(frame('https://frames.example/a'))
  })
})
