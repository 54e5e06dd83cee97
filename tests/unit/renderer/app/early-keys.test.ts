// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { holdEarlyKeys } from '../../../../renderer/app/early-keys.ts'

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.body.dispatchEvent(event)
  return event
}

test('what is pressed before the window hears its keys is pressed again, in order, once it does', () => {
  const heard: string[] = []
  const release = holdEarlyKeys()
  window.addEventListener('keydown', ({ key, shiftKey }) => heard.push(shiftKey ? `Shift+${key}` : key))
  expect(press('p', { ctrlKey: true }).defaultPrevented).toBe(true)
  press('P', { ctrlKey: true, shiftKey: true })
  press('F1')
  expect(heard).toEqual([])
  release()
  expect(heard).toEqual(['p', 'Shift+P', 'F1'])
  press('k', { ctrlKey: true })
  expect(heard).toEqual(['p', 'Shift+P', 'F1', 'k'])
})

test('reloading, closing, the clipboard and plain letters stay with the browser', () => {
  const release = holdEarlyKeys()
  for (const key of ['r', 'R', 'w', 'c', 'v'])
    expect(press(key, { ctrlKey: true }).defaultPrevented, key).toBe(false)
  for (const key of ['a', 'F5', 'Control']) expect(press(key).defaultPrevented, key).toBe(false)
  release()
})
