import { downcase } from '../characters.ts'
import { type Element, setAttribute } from '../element.ts'
import { characterOf, entityByName } from '../markup/entities.ts'
import type { Options } from '../options.ts'

/** A header's text for its id: code, math, entities and symbols count (kramdown-parser-gfm, update_raw_text). */
export function gfmHeaderText(element: Element): string {
  switch (element.type) {
    case 'text':
    case 'codespan':
    case 'math':
      return element.value
    case 'entity':
      return characterOf(element.options.entity!) ?? ''
    case 'smart_quote':
      return named(element.value)
    case 'typographic_sym':
      if (element.value === 'laquo_space') return '« '
      return element.value === 'raquo_space' ? ' »' : named(element.value)
    default:
      return element.children.map(gfmHeaderText).join('')
  }
}

function named(name: string): string {
  return characterOf(entityByName(name, '2.4')!)!
}

/** Gives headers their ids as GitHub makes them, counting up where one is taken. HTML elements are passed over. */
export function addHeaderIds(root: Element, options: Options): void {
  const counts = new Map<string, number>()
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.type === 'html_element') continue
      if (child.type === 'header' && options.auto_ids && !child.attributes.has('id'))
        setAttribute(child, 'id', options.auto_id_prefix + nextId(child.options.rawText ?? '', counts))
      else visit(child)
    }
  }
  visit(root)
}

function nextId(text: string, counts: Map<string, number>): string {
  const id = downcase(text)
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
  const count = (counts.get(id) ?? -1) + 1
  counts.set(id, count)
  return count > 0 ? `${id}-${count}` : id
}
