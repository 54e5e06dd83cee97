import { RubyDate } from './date.ts'
import { RubyTime, offsetText, yearText } from './time.ts'
import { RubyFloat, RubyObject, RubyRange, type RubyValue, isArray, isHash } from './value.ts'

/** Ruby's `to_s`. */
export function toText(value: RubyValue): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'undefined':
      return ''
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'number':
      return numberText(value)
  }
  if (value === null) return ''
  if (value instanceof RubyFloat) return floatText(value.value)
  if (value instanceof RubyObject) return value.toText()
  if (value instanceof RubyTime) return timeText(value)
  if (value instanceof RubyDate) return dateText(value)
  if (value instanceof RubyRange) return `${value.first}..${value.last}`
  return inspect(value)
}

/** Ruby's `inspect`. */
export function inspect(value: RubyValue): string {
  if (value === null || value === undefined) return 'nil'
  if (typeof value === 'string') return inspectString(value)
  if (isArray(value)) return `[${value.map(inspect).join(', ')}]`
  if (isHash(value))
    return `{${[...value].map(([key, entry]) => `${inspect(key)}=>${inspect(entry)}`).join(', ')}}`
  if (value instanceof RubyObject) return value.inspect()
  if (value instanceof RubyDate) return inspectDate(value)
  if (value instanceof RubyTime && value.nanoseconds > 0) {
    const fraction = String(value.nanoseconds).padStart(9, '0').replace(/0+$/, '')
    return timeText(value).replace(/ (?=[^ ]*$)/, `.${fraction} `)
  }
  return toText(value)
}

/** Ruby's `Array#join`: nested arrays are joined with the same text between. */
export function joinText(values: readonly RubyValue[], glue: string): string {
  return values.map(value => (isArray(value) ? joinText(value, glue) : toText(value))).join(glue)
}

function numberText(value: number): string {
  return Number.isInteger(value) ? String(BigInt(value)) : floatText(value)
}

/** Ruby's `Float#to_s`: the shortest digits that read back the same, with an exponent below 1e-4 and from 1e16. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  if (Object.is(value, -0)) return '-0.0'
  const [digits = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const mantissa = digits.includes('.') ? digits : `${digits}.0`
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  if (Number.isInteger(value)) return `${BigInt(value)}.0`
  return exponent < 0
    ? value.toFixed(Math.min(100, digits.replace(/[-.]/g, '').length - exponent - 1))
    : String(value)
}

function timeText(time: RubyTime): string {
  const { year, month, day, hour, minute, second } = time.civil
  const two = (part: number): string => String(part).padStart(2, '0')
  const date = `${yearText(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
  return `${date} ${time.zone.isUtc ? 'UTC' : offsetText(time.offset, '')}`
}

function dateText({ year, month, day }: RubyDate): string {
  return `${yearText(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function inspectDate(date: RubyDate): string {
  const julian = Math.floor(Date.UTC(date.year, date.month - 1, date.day) / 86_400_000) + 2_440_588
  return `#<Date: ${dateText(date)} ((${julian}j,0s,0n),+0s,2299161j)>`
}

const escapes: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': '\\\\',
  '\n': String.raw`\n`,
  '\t': String.raw`\t`,
  '\r': String.raw`\r`,
  '\f': String.raw`\f`,
  '\v': String.raw`\v`,
  '\b': String.raw`\b`,
  '\u0007': String.raw`\a`,
  '\u001B': String.raw`\e`,
}

function inspectString(text: string): string {
  const escaped = text.replace(
    /["\\\n\t\r\f\v\u0008\u0007\u001B]|#(?=[{$@])|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu,
    character => {
      const known = escapes[character]
      if (known) return known
      if (character === '#') return String.raw`\#`
      const code = character.codePointAt(0)!
      const hex = code.toString(16).toUpperCase()
      if (code < 0x80) return String.raw`\x${hex.padStart(2, '0')}`
      return code > 0xff_ff ? String.raw`\u{${hex}}` : String.raw`\u${hex.padStart(4, '0')}`
    },
  )
  return `"${escaped}"`
}
