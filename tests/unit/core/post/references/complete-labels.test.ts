import { expect, test } from 'vitest'
import { type KnownLink, completeLabels, indexLabels, readLinks } from '../../../../../core/post/index.ts'

const known: readonly KnownLink[] = [
  { url: 'https://tape.example/', label: 'tape', text: 'tape', posts: 7, path: 'a.md' },
  { url: '/other', label: 'tape', text: 'tape', posts: 2, path: 'a.md' },
  { url: '/red', label: 'red tape', text: 'red tape', posts: 3, path: 'b.md' },
  { url: '/inline', text: 'taped', posts: 9, path: 'b.md' },
]

function labels(typed: string, post = ''): string[] {
  return completeLabels(typed, readLinks(post).definitions, indexLabels(known)).map(
    ({ label, url }) => `${label} ${url}`,
  )
}

test('Labels of this post come first, then those of all posts, what begins like it before the rest', () => {
  expect(labels('ta', '[x]\n\n[x]: /x\n[tail]: /tail\n')).toEqual([
    'tail /tail',
    'tape https://tape.example/',
    'red tape /red',
  ])
})

test('A label of this post is not offered with the address it has elsewhere', () => {
  expect(labels('TAPE', '[tape]: /here\n')).toEqual(['tape /here', 'red tape /red'])
})

test('Part of the address finds a label too', () => {
  expect(labels('tape.exam')).toEqual(['tape https://tape.example/'])
})

test('What begins like it in other posts comes before what only holds it here', () => {
  expect(labels('ta', '[x]\n\n[vista]: /v\n')).toEqual([
    'tape https://tape.example/',
    'vista /v',
    'red tape /red',
  ])
})
