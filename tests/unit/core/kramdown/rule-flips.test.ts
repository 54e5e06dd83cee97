import { describe, expect, test } from 'vitest'
import { blockRules } from '../../../../core/kramdown/block/index.ts'
import { gfmBlockGrammar, gfmSpanRules } from '../../../../core/kramdown/gfm/index.ts'
import { htmlConverters } from '../../../../core/kramdown/html/elements.ts'
import { convert, defaultOptions, jekyllOptions, mergeOptions } from '../../../../core/kramdown/index.ts'
import { quoteRules } from '../../../../core/kramdown/span/smart-quotes.ts'
import { spanRules } from '../../../../core/kramdown/span/index.ts'
import { readKramdownCorpus } from '../../../support/kramdown-corpus.ts'

/*
 * Breaks each row of the tables in turn and looks whether the corpus notices: a rule nothing in it depends on
 * is a rule nobody would miss.
 */

const pairs = readKramdownCorpus()
const whole = new Map(pairs.map(pair => [pair, html(pair)]))

interface Row {
  readonly name: string
  /** Breaks the row; returns how to mend it. */
  readonly flip: () => () => void
}

const gfm = [
  ...gfmBlockGrammar(['paragraph_end']).rules,
  ...gfmBlockGrammar([]).rules,
  ...gfmSpanRules(jekyllOptions).rules,
].filter(rule => ![...blockRules, ...spanRules].some(known => known === rule))

describe('each rule matters to the corpus', () => {
  const rows: Row[] = [
    ...[...blockRules, ...spanRules, ...gfm].map(rule => ({
      name: rule.name,
      flip: () => disable(rule),
    })),
    ...quoteRules.map((rule, index) => ({ name: `smart quotes ${index}`, flip: () => silence(rule) })),
    ...Object.keys(htmlConverters).map(type => ({
      name: `<${type}>`,
      flip: () => drop(type as keyof typeof htmlConverters),
    })),
  ]

  test.each(rows)('$name', ({ flip }) => {
    const mend = flip()
    try {
      expect(pairs.some(pair => differs(pair))).toBe(true)
    } finally {
      mend()
    }
  })
})

function html({ markdown, jekyll, options }: (typeof pairs)[number]): string {
  return convert(markdown, mergeOptions(jekyll ? jekyllOptions : defaultOptions, options)).html
}

function differs(pair: (typeof pairs)[number]): boolean {
  try {
    return html(pair) !== whole.get(pair)
  } catch {
    return true
  }
}

function disable(rule: { parse: unknown }): () => void {
  const { parse } = rule
  rule.parse = () => false
  return () => {
    rule.parse = parse
  }
}

function silence(rule: (typeof quoteRules)[number]): () => void {
  const { textBefore } = rule
  rule.textBefore = () => -1
  return () => {
    rule.textBefore = textBefore
  }
}

function drop(type: keyof typeof htmlConverters): () => void {
  const writable = htmlConverters as Record<string, unknown>
  const converter = htmlConverters[type]
  writable[type] = () => ''
  return () => {
    writable[type] = converter
  }
}
