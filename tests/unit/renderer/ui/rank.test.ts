import { expect, test } from 'vitest'
import { rank } from '../../../../renderer/ui/rank.ts'

const titles = [
  'Unikernels at PolyConf',
  'A unified kernel',
  'Cool comics on poly-politics',
  'Café Münster',
  'Preview: the page alone',
  'Preview alone',
]

function best(typed: string): string[] {
  return titles
    .map(title => ({ title, score: rank(typed, title) }))
    .filter(({ score }) => score !== undefined)
    .toSorted((a, b) => b.score! - a.score!)
    .map(({ title }) => title)
}

test.each([
  [
    'the beginning of a word comes before letters scattered over many',
    'uni',
    ['Unikernels at PolyConf', 'A unified kernel'],
  ],
  [
    'words in one piece come before the same words apart',
    'preview alone',
    ['Preview alone', 'Preview: the page alone'],
  ],
  ['words may come in any order', 'polyconf uni', ['Unikernels at PolyConf']],
  ['accents and case do not matter', 'CAFE munst', ['Café Münster']],
  ['nothing fits letters that are not there', 'xyz', []],
])('%s', (_, typed, expected) => {
  expect(best(typed)).toEqual(expected)
})
