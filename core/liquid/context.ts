import { RubyObject, type RubyHash, type RubyTime, type RubyValue, type Zone, isHash } from '../ruby/index.ts'
import type { Filter } from './filters/filter.ts'
import type { LiquidHost } from './host.ts'
import { Limits } from './limits.ts'
import { LiquidError, argumentError } from './liquid-error.ts'

/** Ruby's limit of scopes and of blocks in blocks (liquid/block.rb, MAX_DEPTH). */
export const maxDepth = 100

export interface ContextOptions {
  /** What names stand for that no tag assigned: `site`, `page`, … */
  readonly environment: RubyObject | RubyHash
  readonly filters: ReadonlyMap<string, Filter>
  readonly host: LiquidHost
  readonly limits?: Limits
  /** `page` as the tags see it, which is the page's own even inside its layouts. */
  readonly page?: RubyValue
}

/** Everything a template sees and leaves behind while it is rendered (liquid/context.rb). */
export class Context {
  readonly host: LiquidHost
  readonly limits: Limits
  readonly page: RubyValue
  readonly registers = new Map<string, unknown>()
  /** The files being included, outermost first, and the lines of their tags. */
  readonly inclusions: { readonly name: string; readonly line: number }[] = []
  readonly #environment: RubyObject | RubyHash
  /** What `increment` and `decrement` wrote over the environment, apart from assigned names. */
  readonly #counters = new Map<RubyValue, RubyValue>()
  readonly #filters: ReadonlyMap<string, Filter>
  /** Innermost first; the last one takes what `assign` and `capture` write. */
  readonly #scopes: Map<RubyValue, RubyValue>[] = [new Map()]
  readonly #interrupts: ('break' | 'continue')[] = []

  constructor(options: ContextOptions) {
    this.#environment = options.environment
    this.#filters = options.filters
    this.host = options.host
    this.limits = options.limits ?? new Limits()
    this.page = options.page
  }

  get now(): RubyTime {
    return this.host.now
  }

  /** The zone times without one are read and told in. */
  get zone(): Zone {
    return this.host.zone
  }

  findVariable(name: RubyValue): RubyValue {
    for (const scope of this.#scopes) if (scope.has(name)) return scope.get(name)
    return this.counter(name) ?? null
  }

  /** What a name stands for that is not assigned, as it was counted up and down. */
  counter(name: RubyValue): RubyValue {
    return this.#counters.has(name) ? this.#counters.get(name) : this.#fromEnvironment(name)
  }

  setCounter(name: string, value: RubyValue): void {
    this.#counters.set(name, value)
  }

  #fromEnvironment(name: RubyValue): RubyValue {
    if (isHash(this.#environment)) return this.#environment.get(name)
    return typeof name === 'string' ? this.#environment.get(name) : null
  }

  /** Writes the outermost scope, so that what an include assigns is seen after it. */
  assign(name: string, value: RubyValue): void {
    this.#scopes.at(-1)!.set(name, value)
  }

  setLocal(name: RubyValue, value: RubyValue): void {
    this.#scopes[0]!.set(name, value)
  }

  /**
   * Runs `body` with a scope of its own.
   *
   * @throws LiquidError when scopes lie too deep, as an include of itself makes them
   */
  inScope<T>(body: () => T): T {
    this.#scopes.unshift(new Map())
    if (this.#scopes.length > maxDepth) throw new LiquidError('Liquid::StackLevelError', 'Nesting too deep')
    try {
      return body()
    } finally {
      this.#scopes.shift()
    }
  }

  /** An unknown filter gives back its input (strict_filters is off). */
  invokeFilter(name: string, input: RubyValue, args: readonly RubyValue[]): RubyValue {
    const filter = this.#filters.get(name)
    if (!filter) return input
    const [fewest, most] = filter.arity
    if (args.length < fewest || args.length > most) throw argumentError(wrongCount(args.length, fewest, most))
    const value = filter.apply(input, args, this)
    if (typeof value === 'string') this.limits.checkLength(value.length)
    return value
  }

  /** Notes something missing at a line of the template being rendered; false where that must be an error. */
  tolerates(code: string, message: string, line: number): boolean {
    const outermost = this.inclusions[0]
    const inside = this.inclusions.at(-1)
    const place = { line: outermost?.line ?? line, ...(inside && { template: inside.name }) }
    return this.host.tolerate({ code, message, ...place })
  }

  get interrupted(): boolean {
    return this.#interrupts.length > 0
  }

  interrupt(kind: 'break' | 'continue'): void {
    this.#interrupts.push(kind)
  }

  takeInterrupt(): 'break' | 'continue' | undefined {
    return this.#interrupts.pop()
  }
}

/** Ruby counts the filtered value as the first argument. */
function wrongCount(given: number, fewest: number, most: number): string {
  const expected =
    most === Infinity ? `${fewest + 1}+` : fewest === most ? String(fewest + 1) : `${fewest + 1}..${most + 1}`
  return `wrong number of arguments (given ${given + 1}, expected ${expected})`
}
