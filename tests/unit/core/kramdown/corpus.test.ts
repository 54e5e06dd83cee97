import { describe, expect, test } from 'vitest'
import { convert, defaultOptions, jekyllOptions, mergeOptions } from '../../../../core/kramdown/index.ts'
import { firstDifference } from '../../../support/dom-equal.ts'
import { type CorpusPair, readKramdownCorpus } from '../../../support/kramdown-corpus.ts'

const pairs = readKramdownCorpus()
const cases = Map.groupBy(pairs, pair => pair.id)

test('the corpus holds at least 800 answers of the real kramdown', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(800)
})

describe('what the real kramdown makes of our own texts', () => {
  test.each([...cases])('%s', (_id, answers) => {
    const found = answers.map(pair => [pair.set, compared(pair)])
    expect(found).toEqual(answers.map(pair => [pair.set, undefined]))
  })
})

function compared(pair: CorpusPair) {
  const base = pair.jekyll ? jekyllOptions : defaultOptions
  const { html } = convert(pair.markdown, mergeOptions(base, pair.options))
  return html === pair.html ? undefined : firstDifference(pair.html, html, { flattenCode: true })
}
