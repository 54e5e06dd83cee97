import { expect, test } from 'vitest'
import { languageOfPost } from '../../../../../core/post/updates/language-of-post.ts'

const post = (fields: string, body = 'Words.\n'): string => `---\ndate: 2015-07-04\n${fields}---\n${body}`
const french = post('', 'Mots.\n\n### Mise à jour — 14 juillet 2015\n\nPlus.\n')

test.each([
  ['its own field', post('lang: de-CH\n'), [french], 'de-CH'],
  ['the heading of an update', french, [post('lang: de\n')], 'fr'],
  ['an update of another post', post(''), [post('', 'A.\n\n### Update — 14 July\n\nB.\n'), french], 'fr'],
  ['the field of another post', post(''), [post(''), post('locale: es\n')], 'es'],
  ['nothing', post(''), [post('')], undefined],
])('the language is told by %s', (_, source, posts, language) => {
  expect(languageOfPost(source, posts)).toBe(language)
})
