import { expect, test } from 'vitest'
import { renderTemplate } from '../../../../core/jekyll/index.ts'

// Recorded from Ruby: Time.at(n).utc.strftime.
test.each([
  ['1000000000000000', '31690708-07-05 01:46:40 Sun 187 31690708-W27'],
  ['8640000000001', '275760-09-13 00:00:01 Sat 257 275760-W37'],
  ['253402300800', '10000-01-01 00:00:00 Sat 001 9999-W52'],
])('a date %s seconds on is told as Ruby tells it', (seconds, told) => {
  const template = `{{ ${seconds} | date: "%Y-%m-%d %H:%M:%S %a %j %G-W%V" }}`
  expect(renderTemplate(template, new Map(), { nowSeconds: 0 })).toBe(told)
})
