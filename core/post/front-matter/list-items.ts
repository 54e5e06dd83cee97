import { LecternError } from '../../errors.ts'
import type { TextEdit } from '../../text/index.ts'
import type { FieldPath } from './field.ts'
import { pathOf } from './field.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { setField } from './set-field.ts'

/**
 * Adds an item to a list such as `tags`, at its end, in the author's form: a list, or words with spaces between
 * (which Jekyll splits). An item that is there already changes nothing.
 *
 * @throws LecternError 'front-matter.not-representable'
 */
export function addListItem(source: string, field: string, item: string): TextEdit[] {
  const { items, isText } = listOf(source, field)
  if (items.includes(item)) return []
  if (isText && items.length > 0 && !/\s/.test(item))
    return setField(source, field, [...items, item].join(' '))
  return setField(source, field, [...items, item])
}

/**
 * Takes an item out of a list, wherever it stands. An item that is not there changes nothing.
 *
 * @throws LecternError 'front-matter.not-representable'
 */
export function removeListItem(source: string, field: string, item: string): TextEdit[] {
  const { items, isText } = listOf(source, field)
  if (!items.includes(item)) return []
  const left = items.filter(other => other !== item)
  if (isText) return setField(source, field, left.length > 0 ? left.join(' ') : null)
  return setField(source, field, left)
}

/**
 * The items of `tags`, `categories` and the like as Jekyll reads them: a text is split at its spaces.
 *
 * Jekyll lib/jekyll/utils.rb, pluralized_array_from_hash.
 */
export function listItems(source: string, field: string): readonly string[] {
  return listOf(source, field).items.map(String)
}

interface ListField {
  readonly items: readonly (string | number | boolean)[]
  readonly isText: boolean
}

function listOf(source: string, name: FieldPath): ListField {
  const [top] = pathOf(name)
  const field = readFrontMatter(source).fields.find(candidate => candidate.name === top)
  if (!field || field.kind === 'empty') return { items: [], isText: false }
  if (field.kind === 'list') return { items: field.value as ListField['items'], isText: false }
  if (field.kind === 'text') return { items: String(field.value).split(/\s+/).filter(Boolean), isText: true }
  throw new LecternError('front-matter.not-representable', [String(top)])
}
