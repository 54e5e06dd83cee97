// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { commands } from '../../../renderer/app/commands.ts'
import { dialogs } from '../../../renderer/app/dialogs.ts'
import { panels } from '../../../renderer/app/panels.ts'
import { topBarActions } from '../../../renderer/app/top-bar-actions.ts'

const twice = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.indexOf(word) !== index)

test('Every command, dialog and panel has an id of its own', () => {
  for (const table of [commands, dialogs, panels]) expect(twice(table.map(row => row.id))).toEqual([])
})

test('No two commands want the same keys', () => {
  expect(twice(commands.flatMap(command => command.keys ?? []))).toEqual([])
})

test('Every button of the top bar runs a command of the table', () => {
  const ids = new Set(commands.map(command => command.id))
  expect(topBarActions.map(action => action.command).filter(id => !ids.has(id))).toEqual([])
})
