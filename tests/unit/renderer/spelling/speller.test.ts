import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import { expect, test } from 'vitest'
import { createSpeller } from '../../../../renderer/spelling/speller.ts'

const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const speller = createSpeller(nspell(read('index.aff'), read('index.dic')))

function misspelled(source: string, own: readonly string[] = []): string[] {
  return speller.check(source, own).map(word => word.text)
}

test('finds what the dictionary does not know, and says what may be meant', () => {
  expect(misspelled("I don't recieve slides.")).toEqual(['recieve'])
  expect(speller.suggest('recieve')).toContain('receive')
})

test('British and American spellings are both right, and what only looks British is not', () => {
  expect(misspelled('The organisation analysed colours at the centre; we organize colors.')).toEqual([])
  expect(misspelled('a zqour')).toEqual(['zqour'])
})

test('words of the trade are right, also in the plural', () => {
  expect(misspelled('The backend reads YAML; APIs and microservices of a DevOps repo, fuly tested.')).toEqual(
    ['fuly'],
  )
})

test('own words are right in either case, and only those', () => {
  expect(misspelled('Polyconf polyconf polyconv', ['polyconf'])).toEqual(['polyconv'])
})
