import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type LineMap, lineAtTop, topOfLine } from '../../../../renderer/preview/page/line-map.ts'

/** Front matter of six lines, then three blocks. */
const page: LineMap = {
  lines: [7, 9, 20],
  top: index => [100, 160, 400][index]!,
  height: 1000,
}

test.each([
  ['the top of the page is the first line', 0, 1],
  ['a block at the top is its first line', 160, 9],
  ['half way between two blocks is half way between their lines', 280, 14.5],
  ['what stands over the first block belongs to the front matter', 50, 4],
])('%s', (_, pixels, line) => {
  expect(lineAtTop(page, pixels)).toBe(line)
  expect(topOfLine(page, line)).toBe(pixels)
})

test('an empty page has nowhere to go', () => {
  const empty: LineMap = { lines: [], top: () => 0, height: 0 }
  expect([lineAtTop(empty, 10), topOfLine(empty, 10)]).toEqual([1, 0])
})

test('going to the line at a place comes back to the place, in any post', () => {
  const steps = array(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 })
  assert(
    property(steps, integer({ min: 0, max: 2000 }), (heights, y) => {
      const tops = heights.map((_, index) => heights.slice(0, index + 1).reduce((a, b) => a + b * 10, 0))
      const height = tops.at(-1)! + 300
      const map: LineMap = {
        lines: heights.map((_, index) => 2 + index * 3),
        top: index => tops[index]!,
        height,
      }
      const place = Math.min(y, tops.at(-1)!)
      expect(topOfLine(map, lineAtTop(map, place))).toBeCloseTo(place, 6)
    }),
  )
})
