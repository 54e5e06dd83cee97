import { expect, test } from 'vitest'
import { createProblemStore } from '../../../../renderer/problems/problem-store.ts'

const missing = { code: 'include.missing', message: 'There is no include map.html.', line: 4 }

test('a render that says the same again is no news', () => {
  const problems = createProblemStore()
  let news = 0
  problems.subscribe(() => news++)
  problems.send({ type: 'rendered', problems: [missing] })
  problems.send({ type: 'rendered', problems: [{ ...missing }] })
  expect(news).toBe(1)
  problems.send({ type: 'rendered', problems: [{ ...missing, line: 5 }] })
  problems.send({ type: 'rendered', problems: [] })
  problems.send({ type: 'rendered', problems: [] })
  expect([news, problems.get().problems]).toEqual([3, []])
})
