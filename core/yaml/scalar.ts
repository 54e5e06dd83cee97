import {
  RubyDate,
  RubyTime,
  type RubyValue,
  type Zone,
  fixedZone,
  float,
  integer,
  isCivilDate,
  secondsFromCivil,
  utc,
} from '../ruby/index.ts'

/** A value YAML may name and a safe load refuses, such as the symbol `:draft`. */
export class DisallowedValue extends Error {}

const looksLikeText = /^[^\d.:-]?[\p{Alphabetic}_\s!@#$%^&*(){}<>|/\\~;=]+/u
const timestamp =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/
const date = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/
const sexagesimal = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}(\.[0-9_]*)?$/
const floatPattern = /^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?$/
const integerPattern =
  /^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$/

/**
 * What Ruby makes of a plain scalar: YAML 1.1 as psych/scalar_scanner.rb reads it, so `yes` is true but `y` is text,
 * `12:30` is 45000 and `1,000` is 1000.
 *
 * @param zone where times are told that are written without an offset; their digits are UTC all the same
 * @throws DisallowedValue for a symbol
 */
export function readScalar(text: string, zone: Zone): RubyValue {
  if (text === '') return null
  if (looksLikeText.test(text) || text.includes('\n')) return readWord(text)
  if (timestamp.test(text)) return readTime(text, zone) ?? text
  const day = date.exec(text)
  if (day) return readDate(Number(day[1]), Number(day[2]), Number(day[3])) ?? text
  if (/^\+?\.inf$/i.test(text)) return Infinity
  if (/^-\.inf$/i.test(text)) return -Infinity
  if (/^\.nan$/i.test(text)) return Number.NaN
  if (/^:./.test(text)) throw new DisallowedValue('Symbol')
  if (sexagesimal.test(text)) return readSexagesimal(text)
  if (floatPattern.test(text)) return readFloat(text)
  return integerPattern.test(text) ? readInteger(text) : text
}

function readWord(text: string): RubyValue {
  if (text.length > 5) return text
  if (text === '~' || /^null$/i.test(text)) return null
  if (/^(?:yes|true|on)$/i.test(text)) return true
  if (/^(?:no|false|off)$/i.test(text)) return false
  return text
}

function readDate(year: number, month: number, day: number): RubyDate | undefined {
  return isCivilDate(year, month, day) ? new RubyDate(year, month, day) : undefined
}

function readTime(text: string, zone: Zone): RubyTime | undefined {
  const [, year, month, day] = /^(-?\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)!.map(Number)
  const clock = /(\d+):(\d+):(\d+)(?:\.(\d*))?\s*(Z|[-+]\d+(?::\d\d)?)?/.exec(text)!
  const [hour, minute, second] = clock.slice(1, 4).map(Number)
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31) return undefined
  if (hour! > 24 || minute! > 59 || second! > 60 || (hour === 24 && minute! + second! > 0)) return undefined
  const civil = { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! }
  const nanoseconds = Number((clock[4] ?? '').padEnd(9, '0').slice(0, 9))
  const seconds = secondsFromCivil(civil)
  const offset = clock[5]
  if (offset === undefined) return new RubyTime(seconds, nanoseconds, zone)
  if (offset === 'Z') return new RubyTime(seconds, nanoseconds, utc)
  const parts = /^([+-]?\d{1,2}):?(\d{1,2})?$/.exec(offset)
  if (!parts) return undefined
  const hours = Number(parts[1])
  const minutes = Number(parts[2] ?? 0)
  // Psych looks at the sign of the hours alone, so `-00:30` counts as half an hour east.
  const offsetSeconds = hours * 3600 + (hours < 0 ? -minutes : minutes) * 60
  if (Math.abs(offsetSeconds) >= 86_400) return undefined
  return new RubyTime(seconds - offsetSeconds, nanoseconds, fixedZone(offsetSeconds))
}

/** Base 60, but with the last of two places counted as minutes: `1:30` is 5400. */
function readSexagesimal(text: string): RubyValue {
  const places = text.replaceAll('_', '').split(':')
  const sum = places.reduce((total, digits, place) => total + Number(digits) * 60 ** Math.abs(place - 2), 0)
  return text.includes('.') ? float(sum) : sum
}

function readFloat(text: string): RubyValue {
  if (/^[-+]?\.$/.test(text)) return text
  return float(Number(text.replace(/[,_]/g, '').replace(/\.([Ee]|$)/, '$1')))
}

function readInteger(text: string): RubyValue {
  const digits = text.replace(/[,_]/g, '')
  const negative = digits.startsWith('-')
  const magnitude = digits.replace(/^[-+]/, '')
  const octal = /^0[0-7]+$/.test(magnitude) ? `0o${magnitude.slice(1)}` : magnitude
  if (octal === '' || /^0[bx]$/i.test(octal)) return text
  const value = BigInt(octal)
  return integer(negative ? -value : value)
}
