import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../../../core/jekyll/index.ts'
import { LiquidError } from '../../../../core/liquid/index.ts'

function errorOf(template: string): string {
  try {
    return renderTemplate(template, new Map(), { nowSeconds: 0 })
  } catch (error) {
    if (error instanceof LiquidError) return error.text
    throw error
  }
}

describe('A template that would not end is ended', () => {
  test.each([
    ['a range of a thousand million', '{% for i in (1..1000000000) %}{{ i }}{% endfor %}'],
    [
      'loops in loops',
      '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}x{% endfor %}{% endfor %}{% endfor %}',
    ],
    [
      'a text that doubles',
      '{% assign s = "xxxxxxxxxx" %}{% for i in (1..100) %}{% assign s = s | append: s %}{% endfor %}',
    ],
    [
      'a text that multiplies',
      `{% assign s = "${'a'.repeat(20000)}" | replace: "a", "${'b'.repeat(5000)}" %}`,
    ],
  ])('%s', (_, template) => {
    const started = performance.now()
    expect(errorOf(template)).toMatch(/^Liquid error/)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('blocks nested without end', () => {
    expect(errorOf(`${'{% if true %}'.repeat(5000)}${'{% endif %}'.repeat(5000)}`)).toContain(
      'Nesting too deep',
    )
  })

  test('a long range is fine where only a few of its numbers are asked for', () => {
    expect(errorOf('{% for i in (1..1000000000) limit:3 offset:5 %}{{ i }} {% endfor %}')).toBe('6 7 8 ')
  })

  test.each(['{{', '{%', '{% if ', '{{ a | b: ', '{% raw %}', '"', '{% liquid\n'])(
    'parsing %j repeated 50,000 times takes time in proportion',
    piece => {
      const started = performance.now()
      errorOf(piece.repeat(50_000))
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
})
