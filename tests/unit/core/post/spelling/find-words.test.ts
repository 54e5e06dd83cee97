import { expect, test } from 'vitest'
import { americanSpelling, findWords } from '../../../../../core/post/spelling/index.ts'

function words(source: string): string[] {
  return findWords(source).map(word => word.text)
}

test.each([
  ['plain text', 'Two words', ['Two', 'words']],
  ['an apostrophe, straight or curly', "I don't, they’re", ["don't", "they're"]],
  [
    'words of a link, not its address or label',
    'see [the quay][qy] and [it](http://x.example/abc)\n\n[qy]: http://y.example/zzz\n',
    ['see', 'the', 'quay', 'and', 'it'],
  ],
  ['no code', 'run `npmx foo` now\n\n    indented codex\n\n~~~\nfencd\n~~~\n', ['run', 'now']],
  [
    'no Liquid, nor what stands raw in it',
    'a {{ pag.titl }} wrd {% raw %}xyzzy{% endraw %} end',
    ['wrd', 'end'],
  ],
  ['no HTML names, but the text inside', '<div class="clss">inner</div>\n', ['inner']],
  [
    'no addresses, files, handles',
    'at https://quay.example/abc or mail me@quay.example, see src/main.ts, @handle, README.md',
    ['at', 'or', 'mail', 'see'],
  ],
  ['no names of programs and abbreviations', 'the iPhone, OCaml, SQL and x86 run', ['the', 'and', 'run']],
  [
    'words in lists and quotations',
    '- first itm\n- second\n\n> quotd\n> again\n',
    ['first', 'itm', 'second', 'quotd', 'again'],
  ],
  [
    'title and description, not keys and other values',
    '---\ntitle: My tlak\nlayout: psot\ndescription: "On tapes"\n---\nBody\n',
    ['My', 'tlak', 'On', 'tapes', 'Body'],
  ],
])('%s', (_, source, expected) => {
  expect(words(source)).toEqual(expected)
})

test('each word stands where the source has it', () => {
  const source = '---\ntitle: A tlak\n---\n# Heading *wrod*\n\n- it’s [lnik](x)\n'
  for (const { text, from, to } of findWords(source))
    expect(source.slice(from, to).replace('’', "'")).toBe(text)
  expect(findWords(source)).toHaveLength(5)
})

test.each([
  ['organisation', 'organization'],
  ['Colours', 'colors'],
  ['analysed', 'analyzed'],
  ['centre', 'center'],
  ['travelling', 'traveling'],
  ['hour', 'hor'],
  ['tape', undefined],
])('%s is %s in American English', (british, american) => {
  expect(americanSpelling(british)).toBe(american)
})
