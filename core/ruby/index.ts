export {
  RubyFloat,
  type RubyHash,
  RubyObject,
  RubyRange,
  type RubyValue,
  float,
  integer,
  isArray,
  isFloat,
  isHash,
  isInteger,
  isNumeric,
  numberOf,
  truthy,
} from './value.ts'
export { compare, compareStrings, equal } from './compare.ts'
export { inspect, joinText, toText } from './to-text.ts'
export { RubyDate } from './date.ts'
export { RubyTime, timeFromCivil, timeFromEpoch, xmlschema } from './time.ts'
export { isCivilDate, secondsFromCivil } from './calendar.ts'
export { type Zone, fixedZone, utc, zoneNamed } from './zone.ts'
export { parseTime } from './parse-time.ts'
export { strftime } from './strftime.ts'
export * as decimal from './decimal.ts'
export * as rubyString from './string.ts'
export * as uri from './uri.ts'
export { decodeBase64, encodeBase64 } from './utf8.ts'
export { mergeSort } from './sort.ts'
