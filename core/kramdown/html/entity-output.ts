import { type Entity, characterOf } from '../markup/entities.ts'
import type { Options } from '../options.ts'

/** Characters HTML gives a meaning to, which are not put out as such; the quotation mark is. */
const meaningful: ReadonlySet<string> = new Set(['<', '>', '&'])

/** An entity in the form the option `entity_output` asks for (utils/html.rb, entity_to_str). */
export function entityHtml(entity: Entity, form: Options['entity_output'], original?: string): string {
  const character = characterOf(entity)
  if (form === 'as_char' && character !== undefined && !meaningful.has(character)) return character
  if ((form === 'as_input' || form === 'as_char') && original !== undefined) return original
  const needsName = form === 'symbolic' || meaningful.has(character ?? '') || character === '"'
  if (needsName && entity.name !== undefined) return `&${entity.name};`
  return `&#${entity.codePoint};`
}
