import type { RubyValue } from '../../ruby/index.ts'
import type { Context } from '../context.ts'

/** What `{{ value | name: arguments }}` calls. */
export interface Filter {
  /** Fewest and most arguments besides the value itself; `key: value` pairs together count as one. */
  readonly arity: readonly [number, number]
  apply(input: RubyValue, args: readonly RubyValue[], cx: Context): RubyValue
}

/** A filter with `fewest` to `most` arguments. */
export function filter(
  fewest: number,
  most: number,
  apply: (input: RubyValue, args: readonly RubyValue[], cx: Context) => RubyValue,
): Filter {
  return { arity: [fewest, most], apply }
}

/** A filter without arguments. */
export function plain(apply: (input: RubyValue, cx: Context) => RubyValue): Filter {
  return { arity: [0, 0], apply: (input, _, cx) => apply(input, cx) }
}

export type FilterTable = Readonly<Record<string, Filter>>
