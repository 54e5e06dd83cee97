import { expect, test } from 'vitest'
import type { SearchQuery } from '../../../../core/contract/index.ts'
import { matchesIn, patternOf } from '../../../../electron/services/search-matches.ts'

const query: SearchQuery = {
  text: '',
  kind: 'expression',
  matchCase: false,
  wholeWord: false,
  where: 'everywhere',
  mostPosts: 10,
}

function inserts(source: string, change: Partial<SearchQuery>): (string | undefined)[] {
  const asked = { ...query, ...change }
  return matchesIn(source, asked, patternOf(asked)).map(match => match.insert)
}

test('a replacement may hold what the expression found', () => {
  expect(inserts('May 2023', { text: '(\\w+) (\\d+)', replacement: '$2, $1' })).toEqual(['2023, May'])
  expect(inserts('tape', { text: '(?<first>t)ape', replacement: '$<first>$&$$1' })).toEqual(['ttape$1'])
})

test('what surrounds a match counts as it does when searching', () => {
  expect(inserts('a1 b1', { text: '(?<=b)(\\d)', replacement: '[$1]' })).toEqual(['[1]'])
})

test('a group the expression does not have stays as it was typed', () => {
  expect(inserts('tape', { text: 'tape', replacement: '$1 $<x>' })).toEqual(['$1 $<x>'])
})

test('a group that took no part in the match is empty', () => {
  expect(inserts('b', { text: '(a)?b', replacement: '<$1>' })).toEqual(['<>'])
})

test('in exact text and words a dollar sign is a dollar sign', () => {
  expect(inserts('a tape', { kind: 'exact', text: 'tape', replacement: '$&' })).toEqual(['$&'])
  expect(inserts('a tape', { kind: 'words', text: 'tape', replacement: '$1' })).toEqual(['$1'])
})

test('without a replacement a match has none, and an empty one deletes', () => {
  expect(inserts('tape', { text: 'tape' })).toEqual([undefined])
  expect(inserts('tape', { text: 'tape', replacement: '' })).toEqual([''])
})
