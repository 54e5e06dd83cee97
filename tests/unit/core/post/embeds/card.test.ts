import { describe, expect, test } from 'vitest'
import {
  type Embed,
  embedCard,
  embedFrameSources,
  frameSourcesFor,
  isRefusal,
  recogniseElement,
  recogniseEmbed,
} from '../../../../../core/post/embeds/index.ts'

function card(input: string, options = {}) {
  const embed = recogniseEmbed(input)
  if (isRefusal(embed)) throw new Error(embed.message)
  return embedCard(embed, options)
}

describe('cards', () => {
  test('a video plays from the privacy host at its own shape', () => {
    expect(
      card(
        '<iframe width="400" height="300" title="A talk" src="https://www.youtube.com/embed/lEcTeRn-_01?start=814"></iframe>',
      ),
    ).toMatchObject({
      key: 'youtube lEcTeRn-_01 13:34',
      label: 'YouTube',
      title: 'A talk',
      state: 'ready',
      ratio: 4 / 3,
      start: '13:34',
      playSrc: 'https://www.youtube-nocookie.com/embed/lEcTeRn-_01?start=814',
      posterUrl: 'https://i.ytimg.com/vi/lEcTeRn-_01/hqdefault.jpg',
    })
  })

  test.each([
    ['https://speakerdeck.com/someone/a-talk', { state: 'pending', playSrc: undefined }],
    ['https://gist.github.com/1234567', { state: 'ready', playSrc: undefined }],
    [
      'https://clips.twitch.tv/SomeClip',
      { playSrc: 'https://clips.twitch.tv/embed?clip=SomeClip&parent=localhost&autoplay=false' },
    ],
    [
      'http://www.ustream.tv/recorded/12345',
      { state: 'dead', notice: expect.stringContaining('https://video.ibm.com/recorded/12345') },
    ],
    ['/talks/deck.html', { state: 'ready', local: '/talks/deck.html', sandbox: 'allow-scripts' }],
    [
      '<iframe src="https://calendar.example/x"></iframe>',
      { state: 'link', origin: 'https://calendar.example' },
    ],
    ['https://open.spotify.com/track/0123456789abcdefABCDEF', { height: 152, ratio: undefined }],
  ])('of %s', (input, expected) => {
    expect(card(input)).toMatchObject(expected)
  })

  test('no sandbox lets a player navigate the app', () => {
    for (const input of [
      'https://youtu.be/lEcTeRn-_01',
      'https://vimeo.com/1234567',
      'https://clips.twitch.tv/X123',
      '/deck/index.html',
    ])
      expect(card(input).sandbox).not.toContain('top-navigation')
  })
})

describe('origins', () => {
  test('the preview’s list holds https origins only, each once', () => {
    expect(embedFrameSources.every(source => /^https:\/\/(?:\*\.)?[a-z0-9.-]+$/.test(source))).toBe(true)
    expect(new Set(embedFrameSources).size).toBe(embedFrameSources.length)
    expect(embedFrameSources).toContain('https://www.youtube-nocookie.com')
  })

  test('hosts of PeerTube and Mastodon come from the embeds themselves', () => {
    const embeds: Embed[] = [
      'https://tube.example/w/0a1b2c3d-0000-4000-8000-0123456789ab',
      'https://social.example/@a/112233445566',
      'https://youtu.be/lEcTeRn-_01',
      'https://gist.github.com/1234567',
    ].flatMap(input => {
      const embed = recogniseEmbed(input)
      return isRefusal(embed) ? [] : [embed]
    })
    expect(frameSourcesFor(embeds)).toEqual([
      'https://tube.example',
      'https://social.example',
      'https://www.youtube-nocookie.com',
      'https://www.youtube.com',
    ])
  })
})

test('an item that Liquid fills in waits for nobody', () => {
  expect(card('{% include youtube.html id=clip %}')).toMatchObject({
    provider: 'youtube',
    state: 'link',
    notice: 'Liquid fills in what this shows when the page is built.',
  })
})

describe('rendered elements', () => {
  test.each([
    ['<iframe src="https://www.youtube.com/embed/lEcTeRn-_01"></iframe>', 'youtube'],
    [
      '<script async="" class="speakerdeck-embed" data-id="fedcba9876543210fedcba9876543210" src="//speakerdeck.com/assets/embed.js"></script>',
      'speakerdeck',
    ],
    ['<video controls=""><source src="/a.mp4"></video>', 'file'],
    [
      '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/123456">x</a></blockquote>',
      'x',
    ],
    ['<p>words</p>', undefined],
    ['<div><iframe src="https://www.youtube.com/embed/lEcTeRn-_01"></iframe></div>', undefined],
    ['<script src="/site.js"></script>', undefined],
  ])('%s', (html, provider) => {
    expect(recogniseElement(html)?.provider).toBe(provider)
  })
})
