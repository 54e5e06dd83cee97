import { describe, expect, test } from 'vitest'
import {
  findEmbeds,
  isRefusal,
  learnIncludes,
  recogniseEmbed,
  writeEmbed,
} from '../../../../../core/post/embeds/index.ts'

const video = 'aB3-dE6_hI9'
const deck = '0123456789abcdef0123456789abcdef'
const youtubeFrame = (id: string) => `<iframe src="https://www.youtube.com/embed/${id}"></iframe>`
const deckScript = (id: string) =>
  `<script class="speakerdeck-embed" data-id="${id}" src="//speakerdeck.com/assets/embed.js"></script>`

const includes = learnIncludes([
  ['plain.html', `<div class="v">${youtubeFrame('{{ include.id }}')}</div>`],
  ['named.html', '<lite-youtube videoid="{{ include.video_id | strip }}"></lite-youtube>'],
  [
    'cut.html',
    `{% assign last = include.src | split: "v=" | last | split: "&" | first %}${youtubeFrame('{{ last }}')}`,
  ],
  [
    'either.html',
    `{% if include.provider == "youtube" %}${youtubeFrame('{{ include.key }}')}{% elsif include.provider == "vimeo" %}<iframe src="https://player.vimeo.com/video/{{ include.key }}"></iframe>{% endif %}`,
  ],
  [
    'kinds.html',
    `{% assign type = include.type %}{% case type %}{% when "deck", "slides" %}${deckScript('{{ include.id }}')}{% when "film" %}${youtubeFrame('{{ include.id }}?rel=0')}{% endcase %}`,
  ],
  ['outer.html', '{% include parts/player.html number=include.clip %}'],
  ['parts/player.html', '<iframe src="https://player.vimeo.com/video/{{ include.number }}?dnt=1"></iframe>'],
  ['page-deck.html', deckScript('{{ page.talk.deck }}')],
  [
    'later.html',
    youtubeFrame(
      '{{ include.id | default: page.clip }}{% if include.begin %}?start={{ include.begin }}{% endif %}',
    ),
  ],
  ['youtube-address.html', '<iframe src="{{ include.address }}" width="640"></iframe>'],
  ['bracket.html', youtubeFrame("{{ include['clip-id'] }}")],
  ['plugin.html', `{% seo %}${youtubeFrame('{{ include.v }}')}`],
  ['itself.html', `{% include itself.html id=include.id %}${youtubeFrame('{{ include.id }}')}`],
  ['broken.html', `{% if %}${youtubeFrame('{{ include.id }}')}`],
  ['note.html', '<p>{{ include.text }}</p>'],
])

test('what an include shows is learned from what it prints', () => {
  const of = (provider: string, parameter: string) => ({ provider, parameter })
  expect(includes).toEqual({
    'plain.html': [of('youtube', 'id')],
    'named.html': [of('youtube', 'video_id')],
    'cut.html': [of('youtube', 'src')],
    'either.html': [
      { ...of('youtube', 'key'), settings: { provider: 'youtube' } },
      { ...of('vimeo', 'key'), settings: { provider: 'vimeo' } },
    ],
    'kinds.html': [
      { ...of('youtube', 'id'), settings: { type: 'film' } },
      { ...of('speakerdeck', 'id'), settings: { type: 'deck' } },
    ],
    'outer.html': [of('vimeo', 'clip')],
    'parts/player.html': [of('vimeo', 'number')],
    'page-deck.html': [{ provider: 'speakerdeck', variable: 'talk.deck' }],
    'later.html': [
      { ...of('youtube', 'id'), start: 'begin' },
      { provider: 'youtube', variable: 'clip' },
    ],
    'youtube-address.html': [{ provider: undefined, parameter: 'address' }],
    'bracket.html': [of('youtube', 'clip-id')],
    'plugin.html': [of('youtube', 'v')],
  })
})

describe('in a post', () => {
  function found(body: string) {
    const source = `---\ntalk:\n  deck: ${deck}\nclip: ${video}\n---\n${body}\n`
    return findEmbeds(source, { includes }).map(({ embed, place }) => [
      embed.provider,
      embed.id,
      place && source.slice(place.from, place.to),
    ])
  }

  test.each([
    [`{% include plain.html id="${video}" %}`, 'youtube', video],
    [`{% include either.html key="918273645" provider="vimeo" %}`, 'vimeo', '918273645'],
    [`{% include kinds.html type="deck" id="${deck}" %}`, 'speakerdeck', deck],
    [`{% include outer.html clip=918273645 %}`, 'vimeo', '918273645'],
    [`{% include page-deck.html %}`, 'speakerdeck', deck],
    [`{% include later.html %}`, 'youtube', video],
    [`{% include bracket.html clip-id="${video}" %}`, 'youtube', video],
  ])('%s is its embed', (tag, provider, id) => {
    expect(found(tag)).toEqual([[provider, id, id]])
  })

  test('an include that takes any address shows the player there, also a stranger’s', () => {
    expect(found('{% include youtube-address.html address="//player.vimeo.com/video/918273645" %}')).toEqual([
      ['vimeo', '918273645', '//player.vimeo.com/video/918273645'],
    ])
    expect(found('{% include youtube-address.html address="https://frames.example/a" %}')).toEqual([
      ['generic', null, 'https://frames.example/a'],
    ])
  })

  test('an include called like a service asks the front matter for what its tag does not name', () => {
    const post = (front: string, tag: string) => `---\n${front}\n---\n${tag}\n`
    const source = post(`speakerdeck_id: ${deck}`, '{% include speakerdeck.html slideno="4" %}')
    const [embed] = findEmbeds(source)
    expect(embed?.embed).toMatchObject({ provider: 'speakerdeck', id: deck, params: { slide: 4 } })
    expect(source.slice(embed!.place!.from, embed!.place!.to)).toBe(deck)
    const several = post(
      `youtube: ${video}\nyoutube_url: https://youtu.be/lEcTeRn-_01`,
      '{% include youtube.html %}',
    )
    expect(findEmbeds(several).map(entry => entry.form)).toEqual(['front-matter', 'front-matter'])
  })
})

describe('for a new embed', () => {
  function written(address: string, ...files: string[]) {
    const embed = recogniseEmbed(address)
    if (isRefusal(embed)) throw new Error(embed.message)
    const some = Object.fromEntries(files.map(file => [file, includes[file]!]))
    return writeEmbed(embed, 'house', { examples: {}, includes: some })
  }

  test.each([
    ['plain.html', `https://youtu.be/${video}`, `{% include plain.html id="${video}" %}`],
    [
      'either.html',
      'https://vimeo.com/918273645',
      '{% include either.html key="918273645" provider="vimeo" %}',
    ],
    ['kinds.html', `https://youtu.be/${video}`, `{% include kinds.html id="${video}" type="film" %}`],
    ['later.html', `https://youtu.be/${video}?t=90`, `{% include later.html id="${video}" begin="90" %}`],
    [
      'youtube-address.html',
      `https://youtu.be/${video}`,
      `{% include youtube-address.html address="https://www.youtube.com/embed/${video}" %}`,
    ],
  ])('%s is written with the parameters it really asks for', (file, address, tag) => {
    expect(written(address, file)).toBe(tag)
  })

  test.each([
    ['page-deck.html', `https://speakerdeck.com/player/${deck}`],
    ['youtube-address.html', 'https://vimeo.com/918273645'],
    ['plain.html', 'https://vimeo.com/918273645'],
  ])('%s is left alone where it shows another thing', (file, address) => {
    expect(written(address, file)).not.toContain('{% include')
  })
})
