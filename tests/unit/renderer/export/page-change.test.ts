import { expect, test } from 'vitest'
import { changeBetween, lineAcross, lineOfFirstChange } from '../../../../renderer/export/page-change.ts'

const before = { blocks: ['<h1>A</h1>', '<p>one</p>', '<p>two</p>', '<p>three</p>'], lines: [1, 3, 6, 8] }
const after = {
  blocks: ['<h1>A</h1>', '<p>one!</p>', '<p>new</p>', '<p>two</p>', '<p>three</p>'],
  lines: [1, 3, 5, 9, 11],
}
const { origins, removed, added } = changeBetween(before.blocks, after.blocks)
const toAfter = (index: number): number | undefined => {
  const found = origins.indexOf(index)
  return found < 0 ? undefined : found
}

test('what went and what came is told by the blocks', () => {
  expect([removed, added, origins]).toEqual([[1], [1, 2], [0, undefined, undefined, 2, 3]])
  expect(changeBetween([], ['<p>x</p>'])).toEqual({ removed: [], added: [0], origins: [undefined] })
})

test('a block that is only moved is no change', () => {
  expect(changeBetween(['<p>a</p>', '<p>b</p>'], ['<p>b</p>', '<p>a</p>'])).toEqual({
    removed: [],
    added: [],
    origins: [1, 0],
  })
})

test('the page begins at the block before the first change', () => {
  expect(lineOfFirstChange(after, added)).toBe(1)
  expect(lineOfFirstChange(after, [4])).toBe(9)
  expect(lineOfFirstChange(after, [])).toBeUndefined()
})

test.each([
  ['the same at the top', 2, 2],
  ['inside what is gone, at the end of what both have before it', 5, 3],
  ['behind the change, moved by what came', 6.5, 9.5],
  ['in the last block', 20, 23],
  ['the end is the end', Infinity, Infinity],
])('scrolling finds its place in the other page: %s', (_, line, there) => {
  expect(lineAcross(line, before, after, toAfter)).toBe(there)
})
