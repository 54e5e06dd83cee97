import { setOptions } from '../element.ts'
import { entityByCodePoint, entityByName } from '../markup/entities.ts'
import type { SpanRule } from '../span-parser.ts'

const reference = /&([\w:][-\w.:]*);|&#(\d+);|&#x([0-9a-fA-F]+);/y

/** Entities — kramdown syntax, “HTML Spans”: `&copy;` `&#169;` `&#xa9;`. A name there is no entity of is text. */
export const htmlEntity: SpanRule = {
  name: 'html_entity',
  first: '&',
  stops: ['&'],
  parse(cx) {
    const match = cx.match(reference)
    if (!match) return false
    const from = cx.pos
    const [original, name, decimal, hexadecimal] = match
    const entity =
      name !== undefined
        ? entityByName(name, cx.options.version)
        : entityByCodePoint(decimal ? Number(decimal) : parseInt(hexadecimal!, 16), cx.options.version)
    if (entity) {
      setOptions(cx.appendLeaf('entity', from, from + original.length), { entity: { ...entity, original } })
    } else {
      const ampersand = entityByName('amp', cx.options.version)!
      setOptions(cx.appendLeaf('entity', from, from + 1), { entity: { ...ampersand, original: undefined } })
      cx.takeText(from + original.length)
    }
    return true
  },
}
