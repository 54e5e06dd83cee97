import { stripStart } from '../characters.ts'
import type { HtmlContext } from './context.ts'

/** An id for a header's text, with a number when it is taken (converter/base.rb, generate_id). */
export function uniqueId(cx: HtmlContext, text: string): string {
  const id = basicId(text) || 'section'
  const count = cx.usedIds.get(id)
  cx.usedIds.set(id, count === undefined ? 0 : count + 1)
  return cx.options.auto_id_prefix + (count === undefined ? id : `${id}-${count + 1}`)
}

/** ASCII letters from the first on, digits, hyphens for spaces. */
export function basicId(text: string): string {
  return text
    .replace(/(^|\n)[^a-zA-Z]+/g, '$1')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase()
}

/** A definition list with the reference `auto_ids` or `auto_ids-prefix` gives its terms ids. */
export function termId(references: readonly string[] | undefined, text: string): string | undefined {
  for (const reference of references ?? []) {
    const match = /^auto_ids(?:-([\w-]+))?/.exec(reference)
    if (match) return stripStart((match[1] ?? '') + basicId(text))
  }
  return undefined
}
