import { expect, test } from 'vitest'
import { ratioWords } from '../../../../renderer/panels/ratio-words.ts'

test.each([
  [1.77777777777778, '16:9'],
  [540 / 304, '16:9'],
  [4 / 3, '4:3'],
  [1, '1:1'],
  [1.4142, '1.41:1'],
])('%d is called %s', (ratio, words) => {
  expect(ratioWords(ratio)).toBe(words)
})
