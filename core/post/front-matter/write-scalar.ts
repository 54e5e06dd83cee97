/** How a value is written in YAML, so that Ruby reads exactly it. */

/** Where a scalar stands: inside `[ ]` and `{ }` commas and brackets need quotes. */
export type ScalarPlace = 'block' | 'flow'

/** How the author wrote the value that stood there; kept where the new value allows it. */
export type ScalarStyle = 'plain' | 'single' | 'double'

/** A text, number or boolean as YAML, in the wished style or the nearest that is safe. */
export function writeScalar(
  value: string | number | boolean,
  style: ScalarStyle,
  place: ScalarPlace,
): string {
  if (typeof value !== 'string') return String(value)
  if (style === 'double' || !isPrintable(value)) return doubleQuoted(value)
  if (style === 'single') return singleQuoted(value)
  return isSafePlain(value, place) ? value : doubleQuoted(value)
}

/** A text of several lines as a literal block (`|`), each line after `indent`; undefined where YAML would change it. */
export function writeLiteral(value: string, indent: string, newline: string): string | undefined {
  const body = value.replace(/\n$/, '')
  // A first line that begins with a space would need an indentation indicator.
  if (!isPrintable(value.replaceAll('\n', '')) || /^[ \n]/.test(value) || value.endsWith('\n\n'))
    return undefined
  const lines = body.split('\n').map(line => (line === '' ? '' : indent + line))
  return `|${value.endsWith('\n') ? '' : '-'}${newline}${lines.join(newline)}${newline}`
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
}

function doubleQuoted(text: string): string {
  const escaped = text.replace(
    /["\\]|[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g,
    character => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${escaped}"`
}

/** Whether the text can stand in quotes as it is: one line, no control characters. */
function isPrintable(text: string): boolean {
  return !/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/.test(text)
}

/**
 * Whether a text without quotes is read back as that text. Stricter than YAML: what might be a number, a date, a
 * boolean or a symbol to Ruby is quoted.
 *
 * YAML 1.1, 9.1.3 “Plain Style”; psych/scalar_scanner.rb; safe_yaml/transform.
 */
function isSafePlain(text: string, place: ScalarPlace): boolean {
  if (text === '' || text !== text.trim()) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`=<~]/.test(text)) return false
  if (/:(?:\s|$)|\s#/.test(text)) return false
  if (place === 'flow' && /[,[\]{}:]/.test(text)) return false
  if (/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)) return false
  return !/^[+\-.]?(?:[\d.][\d_,.:eExXoObB+\-/a-fA-FTtZ ]*|inf|nan)$/i.test(text)
}
