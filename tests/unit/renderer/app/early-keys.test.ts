// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { holdEarlyKeys } from '../../../../renderer/app/early-keys.ts'

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.body.dispatchEvent(event)
  return event
}

test('what is pressed before the window hears its keys is kept from the browser, in order, until it does', () => {
  const heard: string[] = []
  const release = holdEarlyKeys()
  window.addEventListener('keydown', ({ key }) => heard.push(key))
  expect(press('p', { ctrlKey: true }).defaultPrevented).toBe(true)
  press('P', { ctrlKey: true, shiftKey: true })
  press('F1')
  expect(heard).toEqual([])
  expect(release().map(({ key, shiftKey }) => (shiftKey ? `Shift+${key}` : key))).toEqual([
    'p',
    'Shift+P',
    'F1',
  ])
  press('k', { ctrlKey: true })
  expect(heard).toEqual(['k'])
})

test('what is typed after such a combination waits with it', () => {
  const release = holdEarlyKeys()
  press('x')
  press('o', { ctrlKey: true })
  press('h')
  press('i')
  press('Enter')
  press('Process')
  expect(release().map(({ key }) => key)).toEqual(['o', 'h', 'i', 'Enter'])
})

test('reloading, closing, the clipboard and plain letters stay with the browser', () => {
  const release = holdEarlyKeys()
  for (const key of ['r', 'R', 'w', 'c', 'v'])
    expect(press(key, { ctrlKey: true }).defaultPrevented, key).toBe(false)
  for (const key of ['a', 'F5', 'Control']) expect(press(key).defaultPrevented, key).toBe(false)
  release()
})
