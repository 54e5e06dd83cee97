import type { SearchQuery } from '../../core/contract/index.ts'

/** What stands in the place of a match: for words and exact texts what was typed, for an expression with `$1` filled in. */
export function expandReplacement(
  replacement: string,
  kind: SearchQuery['kind'],
  match: RegExpMatchArray,
): string {
  if (kind !== 'expression') return replacement
  return replacement.replaceAll(
    /\$(?:(?<sign>[$&])|(?<number>\d{1,2})|<(?<name>[^>]*)>)/g,
    (written: string, ...rest: unknown[]) => {
      const { sign, number, name } = rest.at(-1) as Readonly<Record<string, string | undefined>>
      if (sign !== undefined) return sign === '$' ? '$' : match[0]
      // A group that is not there was not meant as one.
      if (number !== undefined) return Number(number) in match ? (match[Number(number)] ?? '') : written
      const { groups = {} } = match
      return name !== undefined && name in groups ? (groups[name] ?? '') : written
    },
  )
}
