import { expect, test } from 'vitest'
import { mergeProblems } from '../../../../renderer/problems/merge-problems.ts'
import { nextProblem } from '../../../../renderer/problems/problem-lines.ts'

const unreadable = { code: 'front-matter.unreadable', severity: 'error', message: 'A tab.', line: 3 } as const

test('what the render and the text both tell of one line is told once, in the words of the text', () => {
  const render = [{ code: 'front-matter.unreadable', message: 'mapping values are not allowed', line: 3 }]
  expect(mergeProblems(render, [unreadable])).toEqual([unreadable])
})

test('the list goes by line, and a problem of no line stands at the first', () => {
  const render = [
    { code: 'liquid.error', message: 'Unknown tag', line: 9 },
    { code: 'layout.missing', message: 'No layout' },
  ]
  expect(mergeProblems(render, [unreadable]).map(({ line, severity }) => [line, severity])).toEqual([
    [1, 'warning'],
    [3, 'error'],
    [9, 'error'],
  ])
})

test('the next problem is the nearest below, and after the last comes the first', () => {
  const problems = [{ line: 9 }, { line: 3 }]
  expect(nextProblem(problems, 3, 1)).toEqual({ line: 9 })
  expect(nextProblem(problems, 9, 1)).toEqual({ line: 3 })
  expect(nextProblem(problems, 9, -1)).toEqual({ line: 3 })
  expect(nextProblem([], 1, 1)).toBeUndefined()
})
