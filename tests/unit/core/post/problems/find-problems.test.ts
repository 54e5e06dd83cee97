import { expect, test } from 'vitest'
import { applyEdits } from '../../../../../core/text/index.ts'
import { findProblems } from '../../../../../core/post/problems.ts'

const post = (body: string): string => `---\ntitle: A\ndate: 2015-07-04\n---\n${body}\n`
const codes = (source: string): string[] => findProblems(source).map(({ code, line }) => `${line} ${code}`)

test.each<[string, string, string[]]>([
  ['a reference nobody defines', post('See [this][that].'), ['5 link.missing-definition']],
  ['a definition nobody uses', post('Words.\n\n[a]: http://a.example/'), ['7 reference.unused']],
  [
    'a banner behind its updates',
    post('**Updated: 5 July (see below)**\n\nWords.\n\n### Update — 14 July\n\nNew.'),
    ['5 update.stale-banner'],
  ],
  [
    'a banner that leads nowhere',
    post('**Updated: [14 July](#update)**\n\nWords.\n\n### Update — 14 July\n\nNew.'),
    ['5 update.broken-anchor'],
  ],
  ['front matter that cannot be read', '---\ntitle: a: b\n---\nWords.\n', ['2 front-matter.unreadable']],
  [
    'an embed of a closed service',
    post('<iframe src="https://vine.co/v/abc123/embed/simple"></iframe>'),
    ['5 embed.dead'],
  ],
  [
    'nothing in a good post',
    post(
      '**Updated: 14 July (see below)**\n\nSee [this][a] […].\n\n### Update — 14 July\n\nNew.\n\n[a]: http://a.example/',
    ),
    [],
  ],
])('tells of %s', (_name, source, expected) => {
  expect(codes(source)).toEqual(expected)
})

test.each<[string, string[], string]>([
  ['![](/a.png)', ['picture.no-words info'], '![](/a.png){: alt=""}'],
  [
    'See ![ ](/a.png "Title"){: .right}.',
    ['picture.no-words info'],
    'See ![ ](/a.png "Title"){: alt=""}{: .right}.',
  ],
  ['![][a]\n\n[a]: /a.png', ['picture.no-words info'], '![][a]{: alt=""}\n\n[a]: /a.png'],
  ['<img src="/a.png">', ['picture.no-words warning'], '<img src="/a.png">'],
  ['<img src="/a.png" alt="">', [], '<img src="/a.png" alt="">'],
  ['![A quay](/a.png)', [], '![A quay](/a.png)'],
  ['`![](/a.png)`', [], '`![](/a.png)`'],
])('a picture without words: %s', (body, expected, mended) => {
  const problems = findProblems(post(body))
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected)
  const after = applyEdits(
    post(body),
    problems.flatMap(({ fix }) => fix?.edits ?? []),
  )
  expect(after).toBe(post(mended))
  if (after !== post(body)) expect(findProblems(after)).toEqual([])
})

test('a fix leaves nothing to tell', () => {
  const source = post(
    '**Updated: [5 July](#update)**\n\nWords.\n\n### Update — 14 July\n\nNew.\n\n[a]: http://a.example/',
  )
  const edits = findProblems(source).flatMap(problem => problem.fix?.edits ?? [])
  expect(codes(applyEdits(source, edits))).toEqual([])
})

test('a day in the file name that no calendar has is told, unless the front matter says another', () => {
  const told = (postDate: string, source: string) =>
    findProblems(source, { postDate }).map(({ code, message }) => [code, message])
  const source = '---\ntitle: A\n---\nWords.\n'
  // Recorded from Jekyll 4.3.1: the post of this name is published at /2023/03/01/.
  expect(told('2023-02-29', source)).toEqual([
    ['file-name.impossible-day', 'There is no 2023-02-29: Jekyll takes this post for one of 2023-03-01.'],
  ])
  expect(told('2024-02-29', source)).toEqual([])
  expect(told('2023-02-29', post('Words.'))).toEqual([])
})
