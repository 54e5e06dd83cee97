import { downcase, isAscii } from '../characters.ts'
import { type Element, setAttribute } from '../element.ts'
import { characterOf, entityByName } from '../markup/entities.ts'
import type { Options } from '../options.ts'

/** A header's text for its id: code, math, entities and symbols count (kramdown-parser-gfm, update_raw_text). */
export function gfmHeaderText(element: Element): string {
  switch (element.type) {
    case 'text':
    case 'abbreviation':
    case 'codespan':
    case 'math':
      return element.value
    case 'entity':
      return characterOf(element.options.entity!) ?? ''
    case 'smart_quote':
      return named(element.value)
    case 'typographic_sym':
      if (element.value === 'laquo_space') return '«\u00a0'
      return element.value === 'raquo_space' ? '\u00a0»' : named(element.value)
    default:
      return element.children.map(gfmHeaderText).join('')
  }
}

function named(name: string): string {
  return characterOf(entityByName(name, '2.4')!)!
}

/** Gives headers that have none the ids GitHub makes, counting up where one is taken. */
export function addHeaderIds(
  headers: readonly Element[],
  options: Pick<Options, 'auto_ids' | 'auto_id_prefix'>,
): void {
  if (!options.auto_ids) return
  const counts = new Map<string, number>()
  for (const header of headers) {
    if (header.attributes.has('id')) continue
    const id = headerId(header.options.rawText ?? '')
    const count = (counts.get(id) ?? -1) + 1
    counts.set(id, count)
    setAttribute(header, 'id', options.auto_id_prefix + (count > 0 ? `${id}-${count}` : id))
  }
}

function headerId(text: string): string {
  return downcase(text)
    .replace(isAscii(text) ? /[^\w\- \t]/g : /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}
