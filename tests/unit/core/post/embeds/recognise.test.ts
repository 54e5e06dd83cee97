import { describe, expect, test } from 'vitest'
import { isRefusal, recogniseEmbed } from '../../../../../core/post/embeds/index.ts'

/** Provider, id, parameters and player of an input; the reason where it is refused. */
function recognised(input: string) {
  const embed = recogniseEmbed(input)
  if (isRefusal(embed)) return embed.reason
  const { provider, id, params, embedSrc } = embed
  return [provider, id, params, embedSrc ?? null]
}

const video = 'lEcTeRn-_01'
const deck = 'fedcba9876543210fedcba9876543210'
const player = `https://www.youtube-nocookie.com/embed/${video}`

describe('addresses', () => {
  test.each([
    [`https://youtu.be/${video}`, 'youtube', video, {}, player],
    [`youtube.com/watch?v=${video}&t=1h2m3s`, 'youtube', video, { start: 3723 }, `${player}?start=3723`],
    [`https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3D${video}`, 'youtube', video, {}, player],
    [
      `https://www.youtube.com/p/0123456789ABCDEF`,
      'youtube',
      'playlist/PL0123456789ABCDEF',
      { list: 'PL0123456789ABCDEF' },
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789ABCDEF',
    ],
    [
      `https://player.vimeo.com/video/918273645?h=0a1b2c3d4e`,
      'vimeo',
      '918273645',
      { hash: '0a1b2c3d4e' },
      'https://player.vimeo.com/video/918273645?h=0a1b2c3d4e&dnt=1',
    ],
    [
      `https://vimeo.com/showcase/5551234`,
      'vimeo',
      'showcase/5551234',
      {},
      'https://vimeo.com/showcase/5551234/embed',
    ],
    [
      `//speakerdeck.com/player/${deck}?slide=4`,
      'speakerdeck',
      deck,
      { slide: 4 },
      `https://speakerdeck.com/player/${deck}?slide=4`,
    ],
    [`https://speakerdeck.com/someone/a-talk`, 'speakerdeck', null, { page: 'someone/a-talk' }, null],
    [`http://speakerdeck.com/u/someone/p/a-talk`, 'speakerdeck', null, { page: 'someone/a-talk' }, null],
    [
      `https://films.example/talk.MP4#t=10,20`,
      'file',
      'https://films.example/talk.MP4',
      { type: 'mp4', start: 10 },
      'https://films.example/talk.MP4#t=10',
    ],
    [`https://noti.st/someone/aB3dE6`, 'notist', 'someone/aB3dE6', { script: true }, null],
    [`https://pitch.com/v/a-long-title-x1y2z3`, 'pitch', 'x1y2z3', {}, 'https://pitch.com/embed-link/x1y2z3'],
    [
      `https://media.ccc.de/v/40c3-1-opening`,
      'media.ccc.de',
      '40c3-1-opening',
      {},
      'https://media.ccc.de/v/40c3-1-opening/oembed',
    ],
    [
      `https://www.twitch.tv/videos/918273645?t=1m`,
      'twitch',
      '918273645',
      { start: 60, parentRequired: true },
      'https://player.twitch.tv/?video=918273645&parent={PARENT}&autoplay=false&time=0h1m0s',
    ],
    [
      `https://tube.example/videos/watch/0a1b2c3d-0000-4000-8000-0123456789ab`,
      'peertube',
      'tube.example/0a1b2c3d-0000-4000-8000-0123456789ab',
      {},
      'https://tube.example/videos/embed/0a1b2c3d-0000-4000-8000-0123456789ab?p2p=0',
    ],
    [
      `https://social.example/@someone/112233445566`,
      'mastodon',
      'social.example/112233445566',
      { user: 'someone' },
      'https://social.example/@someone/112233445566/embed',
    ],
    [
      `https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3kabc`,
      'bluesky',
      'did:plc:abcdefghijklmnopqrstuvwx/3kabc',
      {},
      'https://embed.bsky.app/embed/did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabc',
    ],
    [
      `https://open.spotify.com/embed/show/0123456789abcdefABCDEF`,
      'spotify',
      'show/0123456789abcdefABCDEF',
      {},
      'https://open.spotify.com/embed/show/0123456789abcdefABCDEF',
    ],
    [`talks/deck.pdf#page=7`, 'pdf', '/talks/deck.pdf', { page: 7, local: true }, '/talks/deck.pdf#page=7'],
    [`./talk.webm#t=1:05`, 'file', '/talk.webm', { type: 'webm', local: true, start: 65 }, '/talk.webm#t=65'],
    [
      `/slides/2026/index.html`,
      'reveal.js',
      '/slides/2026/index.html',
      { local: true },
      '/slides/2026/index.html',
    ],
    [`https://github.com/someone/project.git`, 'github', 'someone/project', {}, null],
    [`https://blip.tv/play/hJ1abc.html`, 'blip', 'hJ1abc', {}, null],
    [`https://conference.example/talks/12`, 'generic', null, {}, null],
  ])('reads %s', (input, ...expected) => {
    expect(recognised(input)).toEqual(expected)
  })

  test.each([
    ['java\tscript:alert(1)', 'scheme'],
    ['DATA:text/html,<iframe src="https://youtu.be/x">', 'scheme'],
    ['view-source:https://youtu.be/x', 'scheme'],
    [`https://a:b@youtu.be/${video}`, 'credentials'],
    [`https://youtu.be\\@evil.example/${video}`, 'backslash'],
    [`https:/youtu.be/${video}`, 'malformed-scheme'],
    ['http://2130706433/', 'private-address'],
    ['http://169.254.169.254/latest', 'private-address'],
    ['http://[fe80::1]/', 'private-address'],
    ['http://[64:ff9b::7f00:1]/', 'private-address'],
    ['http://printer.local/', 'private-address'],
    ['/a/%2e%2e/%2e%2e/b.pdf', 'path-traversal'],
    ['a plain sentence', 'not-a-url'],
    ['', 'empty'],
  ])('refuses %j as %s', (input, reason) => {
    expect(recognised(input)).toBe(reason)
  })

  test('an id is checked whole: a longer one is a page, not a shorter id', () => {
    expect(recognised(`https://youtu.be/${video}x`)).toEqual(['generic', null, {}, null])
    expect(recognised(`https://speakerdeck.com/player/${deck}f`)).toEqual(['generic', null, {}, null])
  })
})

describe('pasted code', () => {
  test.each([
    [
      'a frame',
      `<iframe width="640" height="360" src="//www.youtube.com/embed/${video}?rel=0"></iframe>`,
      'youtube',
      video,
      { ratio: '640/360' },
    ],
    [
      'a frame loaded later',
      `<iframe data-src="https://player.vimeo.com/video/918273645"></iframe>`,
      'vimeo',
      '918273645',
      {},
    ],
    [
      'a frame with its address broken over lines',
      `<iframe src="https://www.youtube.com/\n  embed/${video}"></iframe>`.replace('  ', ''),
      'youtube',
      video,
      {},
    ],
    [
      'Speaker Deck of 2011',
      `<script src="http://speakerdeck.com/embed/0123456789abcdef01234567.js?size=preview"></script>`,
      'speakerdeck',
      '0123456789abcdef01234567',
      {},
    ],
    [
      'a Flash object',
      `<object width="4" height="3"><param name="movie" value="http://vimeo.com/moogaloop.swf?clip_id=918273645"></object>`,
      'vimeo',
      '918273645',
      { ratio: '4/3' },
    ],
    [
      'Prezi in flashvars',
      `<object id="prezi_0abc1def2ghi"><param name="movie" value="http://prezi.com/bin/preziloader.swf"/><param name="flashvars" value="prezi_id=0abc1def2ghi&amp;lock=0"/></object>`,
      'prezi',
      '0abc1def2ghi',
      { ratio: '550/400' },
    ],
    [
      'SlidesLive',
      `<div id="presentation-embed-38912345"></div><script>embed = new SlidesLiveEmbed('presentation-embed-38912345', {});</script>`,
      'slideslive',
      '38912345',
      {},
    ],
    [
      'a Bluesky quote',
      `<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabc"><p>x</p></blockquote>`,
      'bluesky',
      'did:plc:abcdefghijklmnopqrstuvwx/3kabc',
      {},
    ],
    [
      'Canva’s element',
      `<div class="canva-embed" data-design-id="DAbcdefghi"></div>`,
      'canva',
      'DAbcdefghi',
      {},
    ],
    [
      'a PDF object',
      `<object data="/a/deck.pdf" type="application/pdf"><a href="/a/deck.pdf">x</a></object>`,
      'pdf',
      '/a/deck.pdf',
      { local: true },
    ],
    [
      'a video behind Liquid',
      `<video src="{{ "/v/talk.mp4" | relative_url }}"></video>`,
      'file',
      '/v/talk.mp4',
      { type: 'mp4', local: true },
    ],
    [
      'a picture that links',
      `<a href="https://youtu.be/${video}"><img src="https://img.youtube.com/vi/${video}/0.jpg"></a>`,
      'youtube',
      video,
      {},
    ],
  ])('reads %s', (_, input, provider, id, params) => {
    expect(recognised(input)).toEqual([provider, id, params, expect.anything()])
  })

  test.each([
    ['<iframe srcdoc="<p>x</p>" src="https://youtu.be/x"></iframe>', 'srcdoc'],
    ['<iframe></iframe>', 'no-src'],
    ['<script>fetch("/")</script>', 'inline-script'],
    ['<script src="https://cdn.example/x.js"></script>', 'script-host'],
    [
      `<script class="speakerdeck-embed" data-id="${deck}" src="https://cdn.example/embed.js"></script>`,
      'script-host',
    ],
    ['<p>hello</p>', 'no-embed'],
    ['<iframe src="http://127.0.0.1:8080/"></iframe>', 'private-address'],
  ])('refuses %s', (input, reason) => {
    expect(recognised(input)).toBe(reason)
  })

  test('a frame of an unknown origin stays one, with its origin named', () => {
    expect(recognised('<iframe src="https://calendar.example/embed?x=1"></iframe>')).toEqual([
      'generic',
      null,
      { origin: 'https://calendar.example' },
      null,
    ])
  })
})

describe('tags, includes and shortcodes', () => {
  test.each([
    [`{% youtube "https://youtu.be/${video}" %}`, 'youtube', video, { tag: 'youtube' }],
    [`{%- vimeo 918273645 -%}`, 'vimeo', '918273645', { tag: 'vimeo' }],
    [`{% gist someone/${deck} main.rb %}`, 'gist', `someone/${deck}`, { file: 'main.rb', tag: 'gist' }],
    [
      `{% speakerdeck "someone" "a-talk" "Title" %}`,
      'speakerdeck',
      null,
      { page: 'someone/a-talk', tag: 'speakerdeck' },
    ],
    [`{% slideshare {"id":"aB3dE6gH9jK2mN"} %}`, 'slideshare', 'key/aB3dE6gH9jK2mN', { tag: 'slideshare' }],
    [`{% slides "someone" "deck" %}`, 'slides.com', 'someone/deck', { tag: 'slides' }],
    [`{% include embed/youtube.html id='${video}' %}`, 'youtube', video, { include: 'embed/youtube.html' }],
    [
      `{% include video.html provider="vimeo" id="918273645" %}`,
      'vimeo',
      '918273645',
      { include: 'video.html' },
    ],
    [
      `{% include speakerdeck.html\n  data_id = "${deck}"\n  slide = "3" %}`,
      'speakerdeck',
      deck,
      { slide: 3, include: 'speakerdeck.html' },
    ],
    [
      `{% include slideshare.html slideshare_url="//www.slideshare.net/slideshow/embed_code/12345678" %}`,
      'slideshare',
      '12345678',
      { include: 'slideshare.html' },
    ],
    [`{{< vimeo 918273645 >}}`, 'vimeo', '918273645', { tag: 'vimeo' }],
    [`[youtube https://youtu.be/${video}]`, 'youtube', video, { shortcode: true }],
    [`{% include mystery.html id="${video}" %}`, 'unknown-include', null, { include: 'mystery.html' }],
  ])('reads %s', (input, provider, id, params) => {
    expect(recognised(input)).toEqual([provider, id, params, id === null ? null : expect.anything()])
  })
})

test('hostile pastes are answered in time proportional to their length', () => {
  const pastes = [
    ' '.repeat(60_000),
    '<iframe '.repeat(8_000),
    '<a href="x">'.repeat(5_000),
    '{% youtube '.repeat(5_000),
    '('.repeat(60_000),
    '&amp;'.repeat(12_000),
    `https://youtu.be/${'a'.repeat(60_000)}`,
    `[${'!['.repeat(30_000)}`,
  ]
  const started = process.cpuUsage().user
  for (const paste of pastes) recogniseEmbed(`${paste}x`)
  expect((process.cpuUsage().user - started) / 1000).toBeLessThan(2_000)
})
