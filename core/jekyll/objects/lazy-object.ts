import { RubyObject, type RubyValue } from '../../ruby/index.ts'

type Member = () => RubyValue

/** A value whose members are worked out when a template asks for them. */
export class LazyObject extends RubyObject {
  readonly #members: Readonly<Record<string, Member>>
  readonly #rest: ReadonlyMap<RubyValue, RubyValue>
  readonly #text: () => string

  /**
   * @param members what it knows itself
   * @param rest    what it knows besides, such as front matter
   * @param text    what `{{ }}` prints of it
   */
  constructor(
    members: Readonly<Record<string, Member>>,
    rest: ReadonlyMap<RubyValue, RubyValue>,
    text: () => string,
  ) {
    super()
    this.#members = members
    this.#rest = rest
    this.#text = text
  }

  get(key: string): RubyValue {
    return Object.hasOwn(this.#members, key) ? this.#members[key]!() : this.#rest.get(key)
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#members, key) || this.#rest.has(key)
  }

  keys(): readonly string[] {
    const rest = [...this.#rest.keys()].filter(key => typeof key === 'string')
    return [...new Set([...Object.keys(this.#members), ...rest])]
  }

  toText(): string {
    return this.#text()
  }
}
