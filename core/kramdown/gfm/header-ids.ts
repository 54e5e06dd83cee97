import { downcase } from '../characters.ts'
import type { Element } from '../element.ts'
import { characterOf, entityByName } from '../markup/entities.ts'

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
      if (element.value === 'laquo_space') return '«\u00a0'
      return element.value === 'raquo_space' ? '\u00a0»' : named(element.value)
    default:
      return element.children.map(gfmHeaderText).join('')
  }
}

function named(name: string): string {
  return characterOf(entityByName(name, '2.4')!)!
}

/** Ids as GitHub makes them, counting up where one is taken. */
export class HeaderIds {
  private readonly prefix: string
  private readonly counts = new Map<string, number>()

  constructor(prefix: string) {
    this.prefix = prefix
  }

  next(text: string): string {
    const id = downcase(text)
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
      .replace(/[ \t]/g, '-')
    const count = (this.counts.get(id) ?? -1) + 1
    this.counts.set(id, count)
    return this.prefix + (count > 0 ? `${id}-${count}` : id)
  }
}
