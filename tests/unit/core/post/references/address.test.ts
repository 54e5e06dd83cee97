import { expect, test } from 'vitest'
import { meantAddresses } from '../../../../../core/post/index.ts'

test.each([
  [' https://a.example/b ', ['https://a.example/b']],
  ['<https://a.example>', ['https://a.example']],
  ['www.a.example/b', ['https://www.a.example/b', 'www.a.example/b']],
  ['slides.pdf', ['https://slides.pdf', 'slides.pdf']],
  ['ada@a.example', ['mailto:ada@a.example']],
  ['mailto:ada@a.example', ['mailto:ada@a.example']],
  ['/talks/', ['/talks/']],
  ['#why', ['#why']],
  ['{{ site.url }}/a', ['{{ site.url }}/a']],
  ['{% post_url 2021-01-02-a %}#b', ['{% post_url 2021-01-02-a %}#b']],
  ['two words', []],
  ['word', []],
  ['', []],
])('“%s” is meant as %j', (typed, meant) => {
  expect(meantAddresses(typed)).toEqual(meant)
})
