import { describe, expect, test } from 'vitest'
import {
  embedCard,
  embedFrameSources,
  frameSourcesFor,
  isRefusal,
  recogniseEmbed,
  writeEmbed,
} from '../../../../../core/post/embeds/index.ts'

/** What each service's player is known to want. */
interface Facts {
  /** What the preview loads: the private variant, with the start where the address has one. */
  readonly plays: string
  /** Width by height, or pixels of a player that does not scale. */
  readonly shape: string
  readonly allow?: string
  readonly poster?: string
}

const deck = '0123456789abcdef0123456789abcdef'
const published = '2PACX-1vQabcdefghijklmnop_QRSTuvwxyz'
const uuid = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'
const full = 'fullscreen'

const facts: Readonly<Record<string, Facts>> = {
  'https://youtu.be/aB3-dE6_hI9?t=90': {
    plays: 'https://www.youtube-nocookie.com/embed/aB3-dE6_hI9?start=90',
    shape: '16/9',
    allow:
      'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share',
    poster: 'https://i.ytimg.com/vi/aB3-dE6_hI9/hqdefault.jpg',
  },
  'https://www.youtube.com/playlist?list=PLabcdefghij0123456789': {
    plays: 'https://www.youtube-nocookie.com/embed/videoseries?list=PLabcdefghij0123456789',
    shape: '16/9',
  },
  'https://vimeo.com/918273645/0a1b2c3d4e#t=90': {
    plays: 'https://player.vimeo.com/video/918273645?h=0a1b2c3d4e&dnt=1#t=90s',
    shape: '16/9',
    allow: 'autoplay; fullscreen; picture-in-picture; clipboard-write; encrypted-media',
  },
  [`https://speakerdeck.com/player/${deck}?slide=4`]: {
    plays: `https://speakerdeck.com/player/${deck}?slide=4`,
    shape: '16/9',
    allow: 'web-share',
    poster: `https://files.speakerdeck.com/presentations/${deck}/preview_slide_0.jpg`,
  },
  'https://www.slideshare.net/slideshow/embed_code/key/aBcDeFgHiJkLmN': {
    plays: 'https://www.slideshare.net/slideshow/embed_code/key/aBcDeFgHiJkLmN',
    shape: '595/485',
    allow: full,
  },
  [`https://docs.google.com/presentation/d/e/${published}/pub?slide=id.p2`]: {
    plays: `https://docs.google.com/presentation/d/e/${published}/pubembed?start=false&loop=false&delayms=3000&slide=id.p2`,
    shape: '960/569',
    allow: full,
  },
  'https://slides.com/someone/a-deck?token=aB3': {
    plays: 'https://slides.com/someone/a-deck/embed?token=aB3',
    shape: '960/700',
    allow: full,
  },
  'https://prezi.com/p/lectern12345/a-talk/': {
    plays: 'https://prezi.com/p/lectern12345/embed',
    shape: '550/400',
    allow: 'autoplay; fullscreen',
  },
  'https://www.canva.com/design/DAabcdefghi/ToKeN/view?utm_source=x': {
    plays: 'https://www.canva.com/design/DAabcdefghi/ToKeN/view?embed',
    shape: '16/9',
    allow: full,
  },
  'https://pitch.com/embed-link/ab12cd': {
    plays: 'https://pitch.com/embed-link/ab12cd',
    shape: '560/368',
    allow: 'fullscreen; clipboard-write',
  },
  [`https://pitch.com/public/${uuid}`]: { plays: `https://pitch.com/embed/${uuid}`, shape: '560/368' },
  'https://www.figma.com/slides/abcdefghijABCDEFGHIJ12/A?node-id=1-2': {
    plays: 'https://embed.figma.com/slides/abcdefghijABCDEFGHIJ12?node-id=1-2&embed-host=lectern',
    shape: '800/450',
    allow: full,
  },
  'https://talks.example/a.pptx': {
    plays: 'https://view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Ftalks.example%2Fa.pptx',
    shape: '4/3',
    allow: full,
  },
  'https://www.icloud.com/keynote/0aBcDeFgHiJkLmNoPqRsTuVwX': {
    plays: 'https://www.icloud.com/keynote/0aBcDeFgHiJkLmNoPqRsTuVwX?embed=true',
    shape: '640/500',
    allow: full,
  },
  'https://www.beautiful.ai/player/-MabcDEF_12345678': {
    plays: 'https://www.beautiful.ai/player/-MabcDEF_12345678',
    shape: '16/9',
    allow: 'autoplay; encrypted-media; fullscreen',
  },
  'https://slideslive.com/38912345/a-talk': {
    plays: 'https://slideslive.com/embed/presentation/38912345',
    shape: '16/9',
    allow: 'autoplay; encrypted-media; fullscreen',
  },
  'https://figshare.com/articles/presentation/A/1234567': {
    plays: 'https://widgets.figshare.com/articles/1234567/embed?show_title=1',
    shape: '568/351',
    allow: 'autoplay; encrypted-media; fullscreen',
  },
  [`https://video.example/w/${uuid}?start=1m5s`]: {
    plays: `https://video.example/videos/embed/${uuid}?start=65&p2p=0`,
    shape: '16/9',
    allow: full,
  },
  'https://archive.org/details/a-talk?start=90': {
    plays: 'https://archive.org/embed/a-talk?start=90',
    shape: '640/480',
    allow: full,
    poster: 'https://archive.org/services/img/a-talk',
  },
  'https://media.ccc.de/v/36c3-1-a_talk': {
    plays: 'https://media.ccc.de/v/36c3-1-a_talk/oembed',
    shape: '16/9',
    allow: full,
  },
  'https://www.twitch.tv/videos/1234567890?t=1h2m3s': {
    plays: 'https://player.twitch.tv/?video=1234567890&parent=localhost&autoplay=false&time=1h2m3s',
    shape: '16/9',
    allow: full,
  },
  'https://clips.twitch.tv/SomeClip-aB3': {
    plays: 'https://clips.twitch.tv/embed?clip=SomeClip-aB3&parent=localhost&autoplay=false',
    shape: '16/9',
  },
  'https://www.dailymotion.com/video/x7abcde?start=90': {
    plays: 'https://www.dailymotion.com/embed/video/x7abcde?start=90',
    shape: '16/9',
    allow: 'autoplay; fullscreen; picture-in-picture; web-share',
    poster: 'https://www.dailymotion.com/thumbnail/video/x7abcde',
  },
  'https://www.ted.com/talks/someone_a_talk?language=de': {
    plays: 'https://embed.ted.com/talks/lang/de/someone_a_talk',
    shape: '16/9',
    allow: full,
  },
  'https://home.wistia.com/medias/abcde12345?wtime=90': {
    plays: 'https://fast.wistia.net/embed/iframe/abcde12345?time=90',
    shape: '16/9',
    allow: 'autoplay; fullscreen',
  },
  [`https://www.loom.com/share/${deck}?t=90`]: {
    plays: `https://www.loom.com/embed/${deck}?t=90`,
    shape: '16/9',
    allow: 'autoplay; fullscreen',
  },
  'https://www.bilibili.com/video/BV1ab411c7de?p=2&t=90': {
    plays: 'https://player.bilibili.com/player.html?bvid=BV1ab411c7de&p=2&autoplay=0&t=90',
    shape: '16/9',
    allow: full,
  },
  'https://codepen.io/someone/pen/aBcDeF': {
    plays: 'https://codepen.io/someone/embed/aBcDeF?default-tab=result',
    shape: '300px',
    allow: 'fullscreen; clipboard-write',
    poster: 'https://shots.codepen.io/someone/pen/aBcDeF-512.jpg',
  },
  'https://jsfiddle.net/someone/ab12cd/': {
    plays: 'https://jsfiddle.net/someone/ab12cd/embedded/',
    shape: '300px',
  },
  'https://stackblitz.com/edit/a-project?file=src%2Fa.ts': {
    plays: 'https://stackblitz.com/edit/a-project?embed=1&file=src%2Fa.ts',
    shape: '300px',
    allow: 'fullscreen; clipboard-write; cross-origin-isolated',
  },
  'https://observablehq.com/@someone/a-note?cells=chart': {
    plays: 'https://observablehq.com/embed/@someone/a-note?cells=chart',
    shape: '500px',
  },
  'https://asciinema.org/a/123456': {
    plays: 'https://asciinema.org/a/123456/iframe',
    shape: '16/9',
    poster: 'https://asciinema.org/a/123456.svg',
  },
  'https://soundcloud.com/someone/a-song': {
    plays: 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fsomeone%2Fa-song',
    shape: '166px',
    allow: 'autoplay',
  },
  'https://soundcloud.com/someone/sets/songs': {
    plays: 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fsomeone%2Fsets%2Fsongs',
    shape: '450px',
  },
  'https://open.spotify.com/episode/0123456789ABCDEFabcdef': {
    plays: 'https://open.spotify.com/embed/episode/0123456789ABCDEFabcdef',
    shape: '152px',
    allow: 'encrypted-media; fullscreen; clipboard-write',
  },
  'https://open.spotify.com/show/0123456789ABCDEFabcdef': {
    plays: 'https://open.spotify.com/embed/show/0123456789ABCDEFabcdef',
    shape: '352px',
  },
  'https://podcasts.apple.com/us/podcast/a-show/id1234567890?i=1000600000000': {
    plays: 'https://embed.podcasts.apple.com/us/podcast/a-show/id1234567890?i=1000600000000',
    shape: '175px',
    allow: 'autoplay *; encrypted-media *',
  },
  'https://podcasts.apple.com/us/podcast/a-show/id1234567890': {
    plays: 'https://embed.podcasts.apple.com/us/podcast/a-show/id1234567890',
    shape: '450px',
  },
  'https://social.example/@someone/112345678901234567': {
    plays: 'https://social.example/@someone/112345678901234567/embed',
    shape: '500px',
  },
  'at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2x': {
    plays: 'https://embed.bsky.app/embed/did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2x',
    shape: '500px',
  },
  'https://x.com/someone/status/1700000000000000001': {
    plays: 'https://platform.twitter.com/embed/Tweet.html?id=1700000000000000001&dnt=true',
    shape: '500px',
  },
  'https://www.reddit.com/r/talks/comments/abc123/a_talk/': {
    plays: 'https://embed.reddit.com/r/talks/comments/abc123/a_talk/?embed=true',
    shape: '500px',
    allow: 'clipboard-write',
  },
}

function shapeOf(ratio: number | undefined, height: number | undefined, wanted: string): string {
  if (height !== undefined) return `${height}px`
  const [width = 0, tall = 1] = wanted.split('/').map(Number)
  return ratio !== undefined && Math.abs(ratio / (width / tall) - 1) < 0.001 ? wanted : String(ratio)
}

function embedOf(address: string) {
  const embed = recogniseEmbed(address)
  if (isRefusal(embed)) throw new Error(embed.message)
  return embed
}

describe('what is known of each player', () => {
  test.each(Object.entries(facts))('%s', (address, { plays, shape, allow, poster }) => {
    const embed = embedOf(address)
    const card = embedCard(embed)
    expect(card.playSrc).toBe(plays)
    expect(shapeOf(card.ratio, card.height, shape)).toBe(shape)
    if (allow !== undefined) expect(card.allow).toBe(allow)
    expect(card.posterUrl).toBe(poster)
    expect(card.sandbox).toMatch(/\ballow-scripts\b/)
    expect(card.sandbox).not.toContain('allow-top-navigation')
    expect(frameSourcesFor([embed])).toContain(new URL(plays).origin)
    const written = writeEmbed(embed, 'privacy')
    if (written.startsWith('<iframe'))
      expect(written).toMatch(
        / title="[^"]+" loading="lazy" .*referrerpolicy="strict-origin-when-cross-origin"/,
      )
  })

  test('Twitch and the big video players get the sandbox they ask for', () => {
    const sandbox = (address: string) => embedCard(embedOf(address)).sandbox.split(' ').toSorted()
    expect(sandbox('https://www.twitch.tv/videos/1234567890')).toEqual([
      'allow-modals',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
      'allow-storage-access-by-user-activation',
    ])
    for (const address of ['https://youtu.be/aB3-dE6_hI9', 'https://vimeo.com/918273645'])
      expect(sandbox(address)).toEqual(
        expect.arrayContaining(['allow-popups', 'allow-presentation', 'allow-same-origin', 'allow-scripts']),
      )
  })

  test('the preview may frame the players’ origins and nothing else', () => {
    expect([...embedFrameSources].toSorted()).toEqual(
      `archive.org asciinema.org bandcamp.com clips.twitch.tv codepen.io docs.google.com drive.google.com
       embed.bsky.app embed.figma.com embed.podcasts.apple.com embed.reddit.com embed.ted.com fast.wistia.net
       geo.dailymotion.com jsfiddle.net media.ccc.de observablehq.com onedrive.live.com open.spotify.com pitch.com
       platform.twitter.com player.bilibili.com player.twitch.tv player.vimeo.com prezi.com replit.com slides.com
       slideslive.com speakerdeck.com stackblitz.com view.officeapps.live.com vimeo.com w.soundcloud.com
       widgets.figshare.com www.beautiful.ai www.canva.com www.dailymotion.com www.icloud.com www.loom.com
       www.slideshare.net www.youtube-nocookie.com www.youtube.com zenodo.org *.sharepoint.com`
        .split(/\s+/)
        .map(host => `https://${host}`)
        .toSorted(),
    )
  })
})
