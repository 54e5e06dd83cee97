import { expect, test } from 'vitest'
import { bestDictionary, spellingLanguage, tagOf } from '../../../../../core/post/spelling/index.ts'

test.each([
  ['its own field', '---\nlang: pt_BR\n---\n', 'de', 'pt-br'],
  ['a locale with an encoding', '---\nlocale: de_AT.UTF-8\n---\n', '', 'de-at'],
  ['the site, where it says nothing itself', '---\ntitle: Hallo\n---\n', 'de', 'de'],
  ['English, where nobody says', 'Hello', '', 'en'],
  ['the site, where its own field is no language', '---\nlang: 7\n---\n', 'fr', 'fr'],
])('A post is spelled in the language of %s', (_, source, site, language) => {
  expect(spellingLanguage(source, site)).toBe(language)
})

test('A dictionary of the very language is best, then one of another country, never one of another language', () => {
  expect(bestDictionary('de-at', ['de-de', 'de-at'])).toBe('de-at')
  expect(bestDictionary('de', ['en', 'de-de'])).toBe('de-de')
  expect(bestDictionary('en-gb', ['en'])).toBe('en')
  expect(bestDictionary('pl', ['en', 'de-de'])).toBeUndefined()
})

test('The name of a dictionary file says its language', () => {
  expect(tagOf('de_AT_frami')).toBe('de-at-frami')
  expect(tagOf('index')).toBeUndefined()
})
