import { describe, expect, test } from 'vitest'
import { applyEdits, invertEdits } from '../../../../../core/text/index.ts'
import { removeField, setField } from '../../../../../core/post/front-matter/set-field.ts'
import { addListItem, removeListItem } from '../../../../../core/post/front-matter/list-items.ts'
import type { FieldValue } from '../../../../../core/post/front-matter/field.ts'

const post = (yaml: string): string => `---\n${yaml}---\nBody\n`

/** The front matter after the edits, checked to undo to the same bytes. */
function edited(source: string, edits: ReturnType<typeof setField>): string {
  const after = applyEdits(source, edits)
  expect(applyEdits(after, invertEdits(source, edits))).toBe(source)
  return after
}

describe('setting a field', () => {
  const cases: [string, string, string, FieldValue, string][] = [
    ['keeps double quotes', 'title: "A"\n', 'title', 'B "c"', 'title: "B \\"c\\""\n'],
    ['keeps single quotes', "title: 'A'\n", 'title', "It's", "title: 'It''s'\n"],
    ['keeps a comment on the line', 'title: A # mine\nx: 1\n', 'title', 'B', 'title: B # mine\nx: 1\n'],
    ['keeps the blanks after the colon', 'title:    A\n', 'title', 'B', 'title:    B\n'],
    ['quotes what YAML would misread', 'title: A\n', 'title', 'yes', 'title: "yes"\n'],
    ['quotes a colon', 'title: A\n', 'title', 'MirageOS: unikernels', 'title: "MirageOS: unikernels"\n'],
    ['quotes what looks like a date', 'title: A\n', 'title', '2015-07-04', 'title: "2015-07-04"\n'],
    [
      'writes a date as a date',
      'date: 2015-07-04\n',
      'date',
      { type: 'date', text: '2015-07-05 09:00:00 +0100' },
      'date: 2015-07-05 09:00:00 +0100\n',
    ],
    ['fills an empty field', 'description:\nx: 1\n', 'description', 'short', 'description: short\nx: 1\n'],
    [
      'fills an empty field with blanks after it',
      'description:  \n',
      'description',
      'short',
      'description: short\n',
    ],
    [
      'fills an empty field before a comment',
      'description: # later\n',
      'description',
      'short',
      'description: short # later\n',
    ],
    ['clears a field', 'description: "short" # c\nx: 1\n', 'description', null, 'description: # c\nx: 1\n'],
    ['clears a list', 'tags:\n  - a\n  - b\nx: 1\n', 'tags', null, 'tags:\nx: 1\n'],
    [
      'adds a field after the last',
      'title: A\n# end\n',
      'event',
      'PolyConf',
      'title: A\nevent: PolyConf\n# end\n',
    ],
    ['writes a boolean', 'published: true\n', 'published', false, 'published: false\n'],
    [
      'replaces a folded text',
      'description: >-\n  one\n  two\nx: 1\n',
      'description',
      'three',
      'description: three\nx: 1\n',
    ],
    [
      'keeps a literal block',
      'description: |\n  one\nx: 1\n',
      'description',
      'two\nthree\n',
      'description: |\n  two\n  three\nx: 1\n',
    ],
    [
      'writes lines into quotes elsewhere',
      'description: one\n',
      'description',
      'two\nthree',
      'description: "two\\nthree"\n',
    ],
    ['changes the last of a key written twice', 'title: A\ntitle: B\n', 'title', 'C', 'title: A\ntitle: C\n'],
    ['writes a list in brackets', 'title: A\n', 'tags', ['a', 'b, c'], 'title: A\ntags: [a, "b, c"]\n'],
    [
      'writes a list as the other lists',
      'categories:\n- x\n',
      'tags',
      ['a', 'b'],
      'categories:\n- x\ntags:\n- a\n- b\n',
    ],
  ]
  test.each(cases)('%s', (_name, yaml, field, value, expected) => {
    const source = post(yaml)
    expect(edited(source, setField(source, field, value))).toBe(post(expected))
  })

  test('writes with the line endings of the file, after its byte order mark', () => {
    const source = '\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n'
    expect(edited(source, setField(source, 'event', 'X'))).toBe(
      '\uFEFF---\r\ntitle: A\r\nevent: X\r\n---\r\nBody\r\n',
    )
  })

  test('starts a front matter where there is none', () => {
    expect(edited('Body\n', setField('Body\n', 'title', 'A'))).toBe('---\ntitle: A\n---\n\nBody\n')
  })

  test('sets a field inside a mapping', () => {
    const source = post('talk:\n  event: A\n  place: B # b\nx: 1\n')
    expect(edited(source, setField(source, ['talk', 'place'], 'C'))).toBe(
      post('talk:\n  event: A\n  place: C # b\nx: 1\n'),
    )
    expect(edited(source, setField(source, ['talk', 'date'], { type: 'date', text: '2015-07-04' }))).toBe(
      post('talk:\n  event: A\n  place: B # b\n  date: 2015-07-04\nx: 1\n'),
    )
    const plain = post('title: A\n')
    expect(edited(plain, setField(plain, ['talk', 'event'], 'E'))).toBe(post('title: A\ntalk:\n  event: E\n'))
  })

  test.each([
    ['an anchor that is used', 'a: &x one\nb: *x\n', 'a'],
    ['front matter that is no mapping', '- a\n', 'title'],
    ['front matter Jekyll cannot read', 'a: b: c\n', 'a'],
    ['a mapping in braces', '{a: 1}\n', 'title'],
  ])('refuses %s', (_name, yaml, field) => {
    expect(() => setField(post(yaml), field, 'x')).toThrowError(
      expect.objectContaining({ code: 'front-matter.not-representable' }),
    )
  })
})

describe('removing a field', () => {
  test.each([
    ['a line', 'title: A\nx: 1 # c\ny: 2\n', 'x', 'title: A\ny: 2\n'],
    ['a list with its items', 'tags:\n- a\n- b\ny: 2\n', 'tags', 'y: 2\n'],
    ['nothing that is not there', 'y: 2\n', 'x', 'y: 2\n'],
    ['a key written twice', 'x: 1\ny: 2\nx: 3\n', 'x', 'y: 2\n'],
  ])('takes out %s', (_name, yaml, field, expected) => {
    const source = post(yaml)
    expect(edited(source, removeField(source, field))).toBe(post(expected))
  })
})

describe('list items', () => {
  test.each([
    ['into brackets', 'tags: [a, "b"]\n', 'c', 'tags: [a, "b", c]\n'],
    ['into brackets with quotes', 'tags: ["a", "b"]\n', 'c', 'tags: ["a", "b", "c"]\n'],
    ['into empty brackets', 'tags: []\n', 'c', 'tags: [c]\n'],
    ['into brackets that end in a comma', 'tags: [a, b,]\n', 'c', 'tags: [a, b, c,]\n'],
    [
      'below the others',
      'tags:\n    -   a # one\n    -   b\nx: 1\n',
      'c',
      'tags:\n    -   a # one\n    -   b\n    -   c\nx: 1\n',
    ],
    ['after words', 'tags: a b\n', 'c', 'tags: a b c\n'],
    ['to an empty field', 'tags:\n', 'c', 'tags: [c]\n'],
    ['to no field', 'x: 1\n', 'c', 'x: 1\ntags: [c]\n'],
  ])('go %s', (_name, yaml, item, expected) => {
    const source = post(yaml)
    expect(edited(source, addListItem(source, 'tags', item))).toBe(post(expected))
  })

  test.each([
    ['the first', 'tags: [a, b,  c]\n', 'a', 'tags: [b,  c]\n'],
    ['one between', 'tags: [a, b,  c]\n', 'b', 'tags: [a, c]\n'],
    ['the last', 'tags: [a, b,  c]\n', 'c', 'tags: [a, b]\n'],
    ['the only one', 'tags: [a]\n', 'a', 'tags: []\n'],
    ['a line', 'tags:\n- a # one\n- b\n- c # two\n', 'b', 'tags:\n- a # one\n- c # two\n'],
    ['the only line', 'tags:\n- a\nx: 1\n', 'a', 'tags: []\nx: 1\n'],
    ['a word', 'tags: a b c\n', 'b', 'tags: a c\n'],
  ])('come out: %s', (_name, yaml, item, expected) => {
    const source = post(yaml)
    expect(edited(source, removeListItem(source, 'tags', item))).toBe(post(expected))
  })
})
