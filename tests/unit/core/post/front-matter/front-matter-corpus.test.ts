import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { available } from '../../../../support/needs.ts'
import { type TextEdit, applyEdits, invertEdits, sliceSpan } from '../../../../../core/text/index.ts'
import { splitFrontMatter } from '../../../../../core/post/front-matter.ts'
import type { Field, FieldValue } from '../../../../../core/post/front-matter/field.ts'
import {
  type FieldHabits,
  learnFields,
  placeOfField,
} from '../../../../../core/post/front-matter/field-habits.ts'
import { addListItem, removeListItem } from '../../../../../core/post/front-matter/list-items.ts'
import { readFrontMatter } from '../../../../../core/post/front-matter/read-front-matter.ts'
import { removeField, setField } from '../../../../../core/post/front-matter/set-field.ts'

const blogs = resolve(import.meta.dirname, '../../../../../../shared/corpora/blogs')

/** What Ruby is to find: the old front matter with one field set or gone. */
interface Change {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly field: string
  readonly kind: 'set' | 'remove'
  /** YAML of the value alone, for Ruby to read. */
  readonly value?: string
  /** The new key stands where the author's posts have it, not at the end. */
  readonly place?: boolean
}

/** Reads each pair as Jekyll does and names those whose difference is not exactly the one field. */
const judge = `
require 'yaml'; require 'date'; require 'json'
read = ->(text) { YAML.safe_load(text, permitted_classes: [Date, Time], aliases: true) || {} }
changes = JSON.parse(STDIN.read)
bad = changes.reject do |c|
  want = read.(c['before'])
  c['kind'] == 'set' ? want[c['field']] = read.(c['value'])['x'] : want.delete(c['field'])
  got = read.(c['after'])
  want == got && (c['place'] ? want.keys - [c['field']] == got.keys - [c['field']] : want.keys == got.keys)
rescue StandardError
  false
end
print JSON.generate(bad.map { |c| c['what'] })
`

const texts = [
  'A plain title',
  'yes',
  'Colons: and # hashes',
  '“Quotes” and "quotes"',
  "It's",
  '2015-07-04',
  '12:30',
  '- dash',
  '[x]',
  '1,000',
  'null',
  ' spaced ',
  'é 日本 🎤',
  'two\nlines',
  '',
]
const others: readonly FieldValue[] = [
  { type: 'date', text: '2026-07-14 09:30:00 +0100' },
  ['a', 'b'],
  false,
  42,
  null,
]
const newField = 'lectern_new'

function changesOf(path: string, source: string, habits: FieldHabits): Change[] {
  const { fields } = readFrontMatter(source)
  const changes: Change[] = []
  const record = (
    what: string,
    field: string,
    edits: readonly TextEdit[],
    kind: Change['kind'],
    value?: FieldValue,
    place = false,
  ): void => {
    const after = applyEdits(source, edits)
    expect(applyEdits(after, invertEdits(source, edits)), `${path} ${what}: undo`).toBe(source)
    expect(
      edits.every(edit => staysInLines(source, fields, field, edit)),
      `${path} ${what}: lines`,
    ).toBe(true)
    const yaml = value === undefined ? {} : { value: `x: ${asYaml(value)}` }
    changes.push({
      what: `${path} ${what}`,
      before: yamlOf(source),
      after: yamlOf(after),
      field,
      kind,
      place,
      ...yaml,
    })
  }
  for (const field of fields) {
    if (field.kind === 'other') continue
    const text = texts[(path.length + field.name.length) % texts.length]!
    record(`change ${field.name}`, field.name, setField(source, field.name, text), 'set', text)
    record(`clear ${field.name}`, field.name, setField(source, field.name, null), 'set', null)
    record(`remove ${field.name}`, field.name, removeField(source, field.name), 'remove')
    record(`list ${field.name}`, field.name, setField(source, field.name, ['a', 'b: c', 'no']), 'set', [
      'a',
      'b: c',
      'no',
    ])
    if (field.kind === 'list') recordItems(source, field, record)
  }
  const text = texts[path.length % texts.length]!
  record(`add ${text}`, newField, setField(source, newField, text), 'set', text)
  const other = others[path.length % others.length]!
  record(`add ${JSON.stringify(other)}`, newField, setField(source, newField, other), 'set', other)
  const names = fields.map(({ name }) => name)
  const missing = habits.fields.filter(({ name }) => !names.includes(name))
  for (const { name, kind } of missing.slice(0, 6)) {
    const added = valueOfKind(kind, path.length + name.length)
    const behind = placeOfField(names, name, habits.orders)
    record(`place ${name}`, name, setField(source, name, added, { behind }), 'set', added, true)
  }
  return changes
}

/** What a form would put into a field of this kind. */
function valueOfKind(kind: Field['kind'], number: number): FieldValue {
  if (kind === 'list') return ['a', 'b: c', 'no']
  if (kind === 'boolean') return number % 2 === 0
  if (kind === 'number') return number
  return kind === 'date' ? { type: 'date', text: '2026-07-14 09:30:00 +0100' } : texts[number % texts.length]!
}

function recordItems(
  source: string,
  field: Field,
  record: (
    what: string,
    field: string,
    edits: readonly TextEdit[],
    kind: Change['kind'],
    value?: FieldValue,
  ) => void,
): void {
  const items = field.value as readonly string[]
  record(`add to ${field.name}`, field.name, addListItem(source, field.name, 'new: item'), 'set', [
    ...items,
    'new: item',
  ])
  for (const item of new Set(items))
    if (typeof item === 'string')
      record(
        `take ${item} from ${field.name}`,
        field.name,
        removeListItem(source, field.name, item),
        'set',
        items.filter(other => other !== item),
      )
}

function asYaml(value: FieldValue): string {
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : JSON.stringify(value)
}

function yamlOf(source: string): string {
  return sliceSpan(source, splitFrontMatter(source).yaml!)
}

/** Whether an edit touches no line but the field's, or adds whole lines. */
function staysInLines(source: string, fields: readonly Field[], name: string, edit: TextEdit): boolean {
  const spans = fields.filter(field => field.name === name).map(field => field.span)
  if (spans.length === 0)
    return edit.from === edit.to && source[edit.from - 1] === '\n' && edit.insert.endsWith('\n')
  return spans.some(span => edit.from >= span.from && edit.to <= span.to)
}

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!existsSync(blogs) || !available('jekyll'))(
  'every kind of form edit on every post changes exactly its field, for Ruby and to the byte',
  () => {
    const files = globSync('*/source/**/*.{md,markdown}', { cwd: blogs })
    const posts = files.map(path => ({ path, source: readFileSync(resolve(blogs, path), 'utf8') }))
    const changes = [...Map.groupBy(posts, ({ path }) => path.split('/')[0]).values()].flatMap(blog => {
      const habits = learnFields(blog.map(({ source }) => source))
      return blog.flatMap(({ path, source }) => {
        const { yaml, problems } = readFrontMatter(source)
        return yaml && problems.length === 0 ? changesOf(path, source, habits) : []
      })
    })
    const bad = execFileSync('ruby', ['-e', judge], {
      input: JSON.stringify(changes),
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    expect(JSON.parse(bad)).toEqual([])
    expect(changes.length).toBeGreaterThan(18_000)
  },
  180_000,
)
