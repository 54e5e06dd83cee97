import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterFrame } from '../../../../renderer/preview/after-frame.ts'

let frames: (() => void)[]
let acts: number
let ask: () => void

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call))
  frames = []
  acts = 0
  ask = afterFrame(() => acts++)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function makeFrame(): void {
  for (const call of frames.splice(0)) call()
}

test('acts once behind the frame, however often it was asked', () => {
  ask()
  ask()
  makeFrame()
  expect(acts).toBe(0)
  vi.advanceTimersByTime(1)
  expect(acts).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(acts).toBe(1)
})

test('acts again when it is asked again', () => {
  for (let count = 1; count <= 3; count++) {
    ask()
    makeFrame()
    vi.advanceTimersByTime(1)
    expect(acts).toBe(count)
  }
})

test('acts where no frame comes, and not once more with a late one', () => {
  ask()
  vi.advanceTimersByTime(100)
  expect(acts).toBe(1)
  makeFrame()
  vi.advanceTimersByTime(1)
  expect(acts).toBe(1)
})
