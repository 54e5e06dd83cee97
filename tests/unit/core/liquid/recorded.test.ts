import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderTemplate } from '../../../../core/jekyll/index.ts'
import { LiquidError } from '../../../../core/liquid/index.ts'
import { readJson } from '../../../../core/yaml/index.ts'

const folder = join(import.meta.dirname, '../../../corpus/liquid')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const templates = JSON.parse(read('templates.json')) as string[]
const answers = JSON.parse(read('answers.json')) as { readonly out?: string; readonly error?: string }[]
const context = read('context.json')
const site = { url: 'https://e.com', baseurl: '/b', nowSeconds: Date.parse('2026-01-01T00:00:00Z') / 1000 }

/** Ruby puts the code that failed under messages of its own errors; there the class is what counts. */
function comparable(error: string | undefined): string | undefined {
  return error !== undefined && /^(?:NoMethodError|TypeError)/.test(error) ? error.split(':')[0] : error
}

function render(template: string): { out?: string; error?: string | undefined } {
  try {
    return { out: renderTemplate(template, readJson(context)?.value, site) }
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    return { error: comparable(`${error.errorClass}: ${error.text}`) }
  }
}

test(`${templates.length} templates come out as Ruby's Liquid and Jekyll render them`, () => {
  const differences = templates.flatMap((template, index) => {
    const answer = answers[index]!
    const expected = answer.error === undefined ? answer : { error: comparable(answer.error) }
    const actual = render(template)
    return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [{ template, expected, actual }]
  })
  expect(differences).toEqual([])
})
