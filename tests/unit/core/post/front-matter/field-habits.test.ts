import { expect, test } from 'vitest'
import { learnFields, placeOfField, setField } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const post = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\nWords.\n`

const posts = [
  post('layout: post', 'title: A', 'tags: [x]', 'shorturl: http://s.example/1', 'comments: true'),
  post('layout: post', 'title: B', 'date: 2026-01-01', 'tags: []', 'shorturl:'),
  post('title: C', 'venue: {name: Quay}'),
]

test('the author’s own keys come first, each with its kind and how often it is used', () => {
  const { fields } = learnFields(posts)
  expect(fields.slice(0, 7).map(({ name, count, kind }) => `${name} ${count} ${kind}`)).toEqual([
    'title 3 text',
    'layout 2 text',
    'shorturl 2 text',
    'tags 2 list',
    'comments 1 boolean',
    'date 1 date',
    'venue 1 other',
  ])
  expect(fields.slice(7).every(({ count }) => count === 0)).toBe(true)
  expect(fields.map(({ name }) => name)).toContain('permalink')
})

test.each([
  ['between its neighbours', ['layout: post', 'title: D', 'comments: true'], 'tags', 2],
  ['first where the posts begin with it', ['title: D', 'tags: [x]'], 'layout', 0],
  ['behind what the posts do not know', ['mine: 1', 'title: D'], 'shorturl', 2],
  ['before what the posts have behind it', ['title: D', 'shorturl: x'], 'date', 1],
  ['last where no post has it', ['title: D', 'mine: 1'], 'permalink', 2],
])('a new key goes %s', (_name, lines, name, line) => {
  const source = post(...lines)
  const names = lines.map(each => each.slice(0, each.indexOf(':')))
  const { orders } = learnFields(posts)
  const behind = placeOfField(names, name, orders)
  const after = applyEdits(source, setField(source, name, 'new', { behind }))
  expect(after).toBe(post(...lines.toSpliced(line, 0, `${name}: new`)))
})

test('a new key goes behind all lines of the one before it, comments and lists included', () => {
  const source = post('tags:', '  - a # one', '  - b', '# About the address', 'shorturl: x')
  const edits = setField(source, 'date', { type: 'date', text: '2026-01-01' }, { behind: 'tags' })
  expect(applyEdits(source, edits)).toBe(
    post('tags:', '  - a # one', '  - b', 'date: 2026-01-01', '# About the address', 'shorturl: x'),
  )
})
