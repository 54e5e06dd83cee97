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

test('a kind is told at the level the writer chose, or not at all; an error stays one', () => {
  const problems = createProblemStore()
  const unreadable = { code: 'front-matter.unreadable', message: 'This is no YAML.', line: 1 }
  problems.send({ type: 'rendered', problems: [missing, unreadable] })
  const told = () => problems.get().problems.map(({ code, severity }) => `${code}: ${severity}`)
  problems.send({ type: 'levels', levels: { 'include.missing': 'info', 'front-matter.unreadable': 'off' } })
  expect(told()).toEqual(['front-matter.unreadable: error', 'include.missing: info'])
  problems.send({ type: 'levels', levels: { 'include.missing': 'off' } })
  expect(told()).toEqual(['front-matter.unreadable: error'])
  problems.send({ type: 'levels', levels: {} })
  expect(told()).toEqual(['front-matter.unreadable: error', 'include.missing: warning'])
})
