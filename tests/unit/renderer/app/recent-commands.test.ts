import { expect, test } from 'vitest'
import type { Json } from '../../../../core/contract/index.ts'
import { recentFirst } from '../../../../renderer/app/recent-commands.ts'

const rows = ['save', 'bold', 'talks', 'publish'].map(id => ({ id }))
const order = (recent: Json | undefined) =>
  recentFirst(rows, { get: () => (recent === undefined ? {} : { 'palette.recent': recent }) }).map(
    ({ id }) => id,
  )

test('the commands picked last stand first, the others keep their order', () => {
  expect(order(['publish', 'bold'])).toEqual(['publish', 'bold', 'save', 'talks'])
})

test('a command that cannot run now, or a setting somebody broke, changes nothing', () => {
  expect(order(['gone', 7, 'talks'])).toEqual(['talks', 'save', 'bold', 'publish'])
  expect(order('publish')).toEqual(['save', 'bold', 'talks', 'publish'])
  expect(order(undefined)).toEqual(['save', 'bold', 'talks', 'publish'])
})
