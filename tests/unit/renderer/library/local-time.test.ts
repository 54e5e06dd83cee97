import { expect, test } from 'vitest'
import { dateTimeIn, momentIn } from '../../../../renderer/library/local-time.ts'

const moment = new Date('2026-07-04T22:30:00Z')

test.each([
  ['Europe/Paris', '2026-07-05T00:30'],
  ['America/New_York', '2026-07-04T18:30'],
  ['Asia/Kolkata', '2026-07-05T04:00'],
])('clocks in %s show %s', (zone, shown) => {
  expect(dateTimeIn(zone, moment)).toBe(shown)
  expect(momentIn(zone, shown)).toBe(moment.getTime())
})

test('summer time is that of the day, not of today', () => {
  expect(momentIn('Europe/Paris', '2026-01-05T12:00')).toBe(Date.parse('2026-01-05T11:00:00Z'))
  expect(momentIn('Europe/Paris', '2026-07-05T12:00')).toBe(Date.parse('2026-07-05T10:00:00Z'))
})

test('no date is no moment', () => {
  expect(momentIn('Europe/Paris', '')).toBeNaN()
})
