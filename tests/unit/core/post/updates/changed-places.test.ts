import { expect, test } from 'vitest'
import { changedPlaces } from '../../../../../core/post/updates/changed-places.ts'

const first = '---\ndate: 2015-07-04\n---\nOne.\n\nTwo.\n\nThree.\n\n[a]: http://a.example/1\n'

test('tells what is not as readers first saw it, the update itself left out', () => {
  const now =
    '---\ndate: 2015-07-04\n---\n**Updated: 14 July (see below)**\n\nOne.\n\nTwo, mended.\n\nNew.\n\n### Update — 14 July\n\nWords.\n\n[a]: http://a.example/2\n'
  expect(changedPlaces(first, now)).toEqual([
    { type: 'changed', line: 8, text: 'Two, mended.' },
    { type: 'changed', line: 10, text: 'New.' },
    { type: 'changed', line: 16, text: '[a]: http://a.example/2' },
  ])
})

test('tells of lines that are gone', () => {
  expect(changedPlaces(first, first.replace('Two.\n\n', ''))).toEqual([
    { type: 'removed', line: 6, text: 'Two.' },
  ])
})

test('tells nothing of a post that is as it was', () => {
  expect(changedPlaces(first, first)).toEqual([])
})
