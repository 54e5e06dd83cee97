import type { Attributes } from '../element.ts'
import { isBlank } from '../characters.ts'

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

const escaped = (found: string): string => escapes[found] ?? found

const LESS = 60
const GREATER = 62
const AMPERSAND = 38

function hasMarks(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LESS || code === GREATER || code === AMPERSAND) return true
  }
  return false
}

/** Escapes everything, what looks like an entity too: for code and math. */
export function escapeAll(text: string): string {
  return /[<>&]/.test(text) ? text.replace(/[<>&]/g, escaped) : text
}

/** Escapes text; entities in it stay. */
export function escapeText(text: string): string {
  if (!hasMarks(text)) return text
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

export function startTag(name: string, attributes: Attributes): string {
  return attributes.size === 0 ? `<${name}>` : `<${name}${attributesHtml(attributes)}>`
}

export function spanHtml(name: string, attributes: Attributes, body: string): string {
  return `${startTag(name, attributes)}${body}</${name}>`
}

export function blockHtml(name: string, attributes: Attributes, body: string, indent: number): string {
  return `${spaces(indent)}${startTag(name, attributes)}${body}</${name}>\n`
}

/** Indentations, by depth; nesting is bounded, so few are ever needed. */
const indentations = Array.from({ length: 64 }, (_, count) => ' '.repeat(count))

export function spaces(count: number): string {
  return indentations[count] ?? ' '.repeat(Math.max(0, count))
}
