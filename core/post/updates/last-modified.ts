import type { TextEdit } from '../../text/index.ts'
import type { Field } from '../front-matter/field.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import { setField } from '../front-matter/set-field.ts'

/** Names themes and plugins give to the day of the last change. */
const names = [
  'last_modified_at',
  'last-modified-at',
  'last_modified',
  'lastmod',
  'modified',
  'modified_date',
  'date_modified',
  'updated',
  'updated_at',
  'last_updated',
  'last_update',
  'update_date',
  'update',
]

/** Sets the post's field for its last change where it has one, or where most of the author's posts do. */
export function setLastModified(source: string, date: string, posts: readonly string[]): TextEdit[] {
  const own = modifiedField(source)
  if (own) return write(source, own, date)
  const others = posts.map(modifiedField)
  const used = others.filter(field => field !== undefined)
  const [model] = used
  return model && used.length > 1 && used.length * 2 >= others.length ? write(source, model, date) : []
}

function modifiedField(source: string): Field | undefined {
  return readFrontMatter(source).fields.find(
    field => names.includes(field.name) && /^["']?\d{4}-\d{1,2}-\d{1,2}/.test(field.text),
  )
}

/** The day changes, a time of day and the way it is written stay. */
function write(source: string, model: Field, date: string): TextEdit[] {
  const text = model.text.replace(/\d{4}-\d{1,2}-\d{1,2}/, date)
  if (model.kind === 'date') return setField(source, model.name, { type: 'date', text })
  return setField(source, model.name, text.replace(/^(["'])(.*)\1$/, '$2'))
}
