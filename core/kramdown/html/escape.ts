import type { Attributes } from '../element.ts'
import { isBlank } from '../characters.ts'

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

const escaped = (found: string): string => escapes[found] ?? found

/** Escapes everything, what looks like an entity too: for code and math. */
export function escapeAll(text: string): string {
  return /[<>&]/.test(text) ? text.replace(/[<>&]/g, escaped) : text
}

/** Escapes text; entities in it stay. */
export function escapeText(text: string): string {
  if (!/[<>&]/.test(text)) return text
  return text.replace(/&(?:[\w:][-\w.:]*;|#\d+;|#x[0-9a-fA-F]+;)|[<>&]/g, escaped)
}

/** Escapes an attribute's value; entities in it stay. */
export function escapeAttributeValue(text: string): string {
  if (!/[<>&"]/.test(text)) return text
  return text.replace(/&(?:[\w:][-\w.:]*;|#\d+;|#x[0-9a-fA-F]+;)|[<>&"]/g, escaped)
}

/** ` name="value"` for each attribute; an id of nothing but white space is left out. */
export function attributesHtml(attributes: Attributes): string {
  if (attributes.size === 0) return ''
  let html = ''
  for (const [name, value] of attributes)
    if (!(name === 'id' && isBlank(value))) html += ` ${name}="${escapeAttributeValue(value)}"`
  return html
}

export function spanHtml(name: string, attributes: Attributes, body: string): string {
  return `<${name}${attributesHtml(attributes)}>${body}</${name}>`
}

export function blockHtml(name: string, attributes: Attributes, body: string, indent: number): string {
  return `${spaces(indent)}<${name}${attributesHtml(attributes)}>${body}</${name}>\n`
}

/** With the body on lines of its own. */
export function indentedBlockHtml(
  name: string,
  attributes: Attributes,
  body: string,
  indent: number,
): string {
  return `${spaces(indent)}<${name}${attributesHtml(attributes)}>\n${body}${spaces(indent)}</${name}>\n`
}

export function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count))
}
