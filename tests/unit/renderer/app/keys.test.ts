import { expect, test } from 'vitest'
import { keysOf, showKeys, usableKeys } from '../../../../renderer/app/keys.ts'
import type { HostInfo } from '../../../../core/contract/index.ts'

const pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  ['Ctrl is Mod on Linux', { key: 's', code: 'KeyS', ctrlKey: true }, 'linux', 'Mod+S'],
  ['⌘ is Mod on a Mac', { key: 's', code: 'KeyS', metaKey: true }, 'mac', 'Mod+S'],
  ['Ctrl stays Ctrl on a Mac', { key: 's', code: 'KeyS', ctrlKey: true }, 'mac', 'Ctrl+S'],
  ['Shift is told apart', { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true }, 'linux', 'Mod+Shift+P'],
  [
    'Alt may make another character',
    { key: 'ƒ', code: 'KeyF', metaKey: true, altKey: true },
    'mac',
    'Mod+Alt+F',
  ],
  ['keys without a character have names', { key: 'F6', code: 'F6', shiftKey: true }, 'linux', 'Shift+F6'],
  ['a letter is where the layout puts it', { key: 'z', code: 'KeyY', ctrlKey: true }, 'linux', 'Mod+Z'],
] as const)('%s', (_, event, platform, keys) => {
  expect(keysOf({ ...pressed, ...event }, platform)).toBe(keys)
})

test('shows keys as each system writes them', () => {
  expect([showKeys('Mod+Shift+P', 'mac'), showKeys('Mod+Shift+P', 'windows')]).toEqual([
    '⌘⇧P',
    'Ctrl+Shift+P',
  ])
})

test('never offers keys that the host keeps for itself', () => {
  const info = { capabilities: { reservedKeys: ['Mod+N'] } } as unknown as HostInfo
  const command = { id: 'x', label: 'X', group: 'File', keys: ['Mod+N', 'Alt+N'], run: () => {} } as const
  expect(usableKeys(command, info)).toEqual(['Alt+N'])
})
