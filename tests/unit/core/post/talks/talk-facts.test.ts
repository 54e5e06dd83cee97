import { describe, expect, test } from 'vitest'
import { talkFieldsIn } from '../../../../../core/post/talks/talk-fields.ts'
import { readBoard } from '../../../../../core/post/talks/read-board.ts'
import { talkFacts } from '../../../../../core/post/talks/talk-facts.ts'
import { setTalkFact } from '../../../../../core/post/talks/set-talk-fact.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const today = '2026-11-23'
const deck =
  '<script async class="speakerdeck-embed" data-id="1076a457408d42d7bb9da27dd88b68c8" src="//speakerdeck.com/assets/embed.js"></script>'
const film = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
const post = (title: string, body: string, more = ''): string =>
  `---\ntitle: "${title}"\n${more}---\n${body}\n`
const facts = (source: string, name = '_posts/2026-11-14-a.md') => talkFacts(source, { path: name, today })

describe('a talk post', () => {
  test('tells its talk from its words, links and embeds', () => {
    const body = `${deck}\n\nThese are the slides from my talk at Example Conf in Porto today. Please [give me feedback](http://f.example/feedback).\n\nThe [demo code](https://github.com/me/demo) is there too.`
    expect(facts(post('Small kernels at Example Conf!', body))).toEqual({
      title: 'Small kernels at Example Conf!',
      event: 'Example Conf',
      place: 'Porto',
      date: '2026-11-14',
      slides: 'https://speakerdeck.com/player/1076a457408d42d7bb9da27dd88b68c8',
      video: null,
      feedback: 'http://f.example/feedback',
      code: 'https://github.com/me/demo',
      stage: 'video awaited',
      lacks: ['video'],
      since: '2026-11-14',
    })
  })

  test.each([
    ['under talk:', 'talk:\n  event: Conf\n  place: Rome\n  date: 2026-10-01\n  slides: http://s.example/\n'],
    [
      'as academicpages has it',
      'type: Talk\nvenue: Conf\nlocation: Rome\ntalk_date: 2026-10-01\nslides_url: http://s.example/\n',
    ],
    [
      'as event pages have it',
      'layout: talk\nevent_title: Conf\nlocation: Rome\nevent_date: 2026-10-01\nslides: http://s.example/\n',
    ],
  ])('tells it in its front matter, %s', (_name, fields) => {
    expect(facts(post('A', 'Words.', fields))).toMatchObject({
      event: 'Conf',
      place: 'Rome',
      date: '2026-10-01',
      slides: 'http://s.example/',
      lacks: ['video'],
    })
  })

  test.each([
    ['planned', 'I’m speaking at Conf next week.', '_posts/2026-12-01-a.md'],
    ['slides up', `I’m speaking at Conf.\n\n${deck}`, '_posts/2026-12-01-a.md'],
    ['given', 'I spoke at Conf today.', undefined],
    ['video awaited', `My slides from Conf.\n\n${deck}`, undefined],
    ['video in', `My slides from Conf.\n\n${deck}\n\n${film}`, undefined],
    ['updated', `My slides from Conf.\n\n${deck}\n\n### Update — 20 November\n\n${film}`, undefined],
  ])('is %s', (stage, body, name) => {
    expect(facts(post('A', body), name)?.stage).toBe(stage)
  })

  test('stands since its last update', () => {
    expect(facts(post('A', `My slides.\n\n${deck}\n\n### Update — 20 November\n\n${film}`))?.since).toBe(
      '2026-11-20',
    )
  })
})

test.each([
  [
    'notes on talks of others',
    'I was at an event today. These are my notes.\n\n### A talk by Jane\n\nHer slides were good.',
  ],
  ['a talk told in passing', 'During my recent talk about kernels, I showed a tool.'],
  ['a podcast', `I joined Jane on her podcast.\n\n${film}\n\nWe came back to my talk at Conf.`],
  ['code', 'Write this:\n\n```\nThese are the slides from my talk\n```'],
])('%s is no talk post', (_name, body) => {
  expect(facts(post('A', body))).toBeUndefined()
})

test('the board lists talks, the newest first, with other outings of the same talk', () => {
  const posts = [
    {
      path: '_posts/2026-03-01-a.md',
      source: post('Small kernels at One Conf', `My slides from One Conf.\n\n${deck}`),
    },
    { path: '_posts/2026-05-01-b.md', source: post('Words', 'No talk.') },
    { path: '_posts/2026-09-01-c.md', source: post('Small kernels at Two Conf', 'My talk at Two Conf.') },
  ]
  expect(readBoard(posts, today).map(({ path, outings }) => [path, outings])).toEqual([
    ['_posts/2026-09-01-c.md', ['_posts/2026-03-01-a.md']],
    ['_posts/2026-03-01-a.md', ['_posts/2026-09-01-c.md']],
  ])
})

describe('a fact is written', () => {
  const set = (fields: string, fact: 'event' | 'date' | 'video', value: string): string => {
    const source = post('A', 'Words.', fields)
    return applyEdits(source, setTalkFact(source, fact, value)).replace(
      /^---\ntitle: "A"\n|---\nWords\.\n$/g,
      '',
    )
  }
  test('into the field that tells it already', () => {
    expect(set('venue: Conf # c\n', 'event', 'Other')).toBe('venue: Other # c\n')
  })
  test('under talk: where the post has that', () => {
    expect(set('talk:\n  place: Rome\n', 'event', 'Conf')).toBe('talk:\n  place: Rome\n  event: Conf\n')
  })
  test('into a field of its own', () => {
    expect(set('', 'date', '2026-11-14')).toBe('talk_date: 2026-11-14\n')
  })
  test('and taken out where it is emptied', () => {
    expect(set('video: http://v.example/\n', 'video', '')).toBe('')
  })
})

test('the fields that hold facts of the talk are told from others, and from lists', () => {
  expect([
    ...talkFieldsIn({ title: 'A', venue: 'Conf', talk_date: '2015-07-04', video: ['a', 'b'] }),
  ]).toEqual(['venue', 'talk_date'])
  expect([...talkFieldsIn({ talk: { event: 'Conf' } })]).toEqual([])
})
