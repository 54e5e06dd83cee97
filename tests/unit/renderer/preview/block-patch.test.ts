import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { applyBlockPatch, diffBlocks } from '../../../../renderer/preview/block-patch.ts'

test('changes the block that was typed in and leaves the others alone', () => {
  expect(diffBlocks(['<p>a</p>', '<p>b</p>', '<p>c</p>'], ['<p>a</p>', '<p>bb</p>', '<p>c</p>'])).toEqual({
    start: 1,
    end: 1,
    middle: [{ change: 1, html: '<p>bb</p>' }],
  })
})

test('keeps a player whose neighbours above and below change at once', () => {
  const player = '<iframe src="https://player.example/1"></iframe>'
  const patch = diffBlocks(['<p>a</p>', player, '<p>c</p>'], ['<p>A</p>', '<p>new</p>', player, '<p>C</p>'])
  expect(patch.middle).toEqual([
    { change: 0, html: '<p>A</p>' },
    { html: '<p>new</p>' },
    { keep: 1 },
    { change: 2, html: '<p>C</p>' },
  ])
})

test('makes a new block where the tag is another one', () => {
  expect(diffBlocks(['<p>a</p>'], ['<h2>a</h2>']).middle).toEqual([{ html: '<h2>a</h2>' }])
})

test('any list of blocks becomes any other', () => {
  const blocks = array(constantFrom('<p>a</p>', '<p>b</p>', '<h2>c</h2>', '<hr />', 'text'))
  assert(
    property(blocks, blocks, (before, after) => {
      expect(applyBlockPatch(before, diffBlocks(before, after))).toEqual(after)
    }),
  )
})
