import { expect, test } from 'vitest'
import type { HostInfo } from '../../../../core/contract/index.ts'
import {
  type OwnKeys,
  canBeShortcut,
  chooseKeys,
  keyTable,
  readOwnKeys,
} from '../../../../renderer/app/own-keys.ts'

const info = { platform: 'linux', capabilities: { reservedKeys: ['Mod+N'] } } as unknown as HostInfo
const commands = [
  { id: 'bold', keys: ['Mod+B'] },
  { id: 'new', keys: ['Mod+N', 'Mod+Alt+N'] },
  { id: 'quiet' },
]

function table(own: OwnKeys): Record<string, string> {
  return Object.fromEntries([...keyTable(commands, info, own)].map(([keys, { id }]) => [keys, id]))
}

test('without a choice the keys of the table hold, but those the host keeps for itself', () => {
  expect(table({})).toEqual({ 'Mod+B': 'bold', 'Mod+Alt+N': 'new' })
})

test('chosen keys take the place of the table’s, and are taken from whoever had them', () => {
  const own = chooseKeys(commands, {}, 'quiet', 'Mod+B')
  expect(own).toEqual({ bold: '', quiet: 'Mod+B' })
  expect(table(own)).toEqual({ 'Mod+B': 'quiet', 'Mod+Alt+N': 'new' })
})

test('a command may have no keys, and get its own back', () => {
  const none = chooseKeys(commands, {}, 'bold', '')
  expect(table(none)).toEqual({ 'Mod+Alt+N': 'new' })
  expect(table(chooseKeys(commands, none, 'bold', undefined))).toEqual(table({}))
})

test.each([
  ['Mod+J', true],
  ['Alt+Shift+F', true],
  ['F9', true],
  ['A', false],
  ['Shift+A', false],
  ['Enter', false],
  ['Mod+Control', false],
  ['Shift+Shift', false],
])('%s as a shortcut: %s', (keys, can) => {
  expect(canBeShortcut(keys)).toBe(can)
})

test('settings of another shape are no keys', () => {
  expect(readOwnKeys({ get: () => ({ 'keys.own': { bold: 'Mod+J', odd: 3 } }) })).toEqual({ bold: 'Mod+J' })
  expect(readOwnKeys({ get: () => ({ 'keys.own': ['Mod+J'] }) })).toEqual({})
})
