import { type RubyHash, type RubyValue, type Zone, utc } from '../ruby/index.ts'
import { readScalar } from './scalar.ts'

/**
 * Reads strict JSON to the values {@link readYaml} would give, many times faster.
 *
 * @returns undefined for what is no JSON, or nested too deep; it may still be YAML
 */
export function readJson(text: string, zone: Zone = utc): { readonly value: RubyValue } | undefined {
  const reader = new JsonReader(text, zone)
  try {
    return { value: reader.read() }
  } catch (error) {
    if (error instanceof NotJson) return undefined
    throw error
  }
}

class NotJson extends Error {}

const maxDepth = 500

class JsonReader {
  readonly #text: string
  readonly #zone: Zone
  readonly #token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|([^\s{}[\],:"]+))/y

  constructor(text: string, zone: Zone) {
    this.#text = text
    this.#zone = zone
  }

  read(): RubyValue {
    const value = this.#value(this.#next(), 0)
    if (this.#text.slice(this.#token.lastIndex).trim() !== '') throw new NotJson()
    return value
  }

  #next(): RegExpExecArray {
    const match = this.#token.exec(this.#text)
    if (!match) throw new NotJson()
    return match
  }

  #value(token: RegExpExecArray, depth: number): RubyValue {
    if (depth > maxDepth) throw new NotJson()
    const [, sign, quoted, bare] = token
    if (quoted !== undefined) return this.#string(quoted)
    if (bare !== undefined) return this.#bare(bare)
    if (sign === '[') return this.#array(depth)
    if (sign === '{') return this.#object(depth)
    throw new NotJson()
  }

  #string(quoted: string): string {
    if (!quoted.includes('\\')) return quoted.slice(1, -1)
    try {
      return JSON.parse(quoted) as string
    } catch {
      throw new NotJson()
    }
  }

  #bare(text: string): RubyValue {
    if (!/^(?:true|false|null|-?\d[\d.]*)$/.test(text)) throw new NotJson()
    return readScalar(text, this.#zone)
  }

  #array(depth: number): RubyValue {
    const items: RubyValue[] = []
    let token = this.#next()
    while (token[1] !== ']') {
      items.push(this.#value(token, depth + 1))
      token = this.#next()
      if (token[1] === ',') token = this.#afterComma()
      else if (token[1] !== ']') throw new NotJson()
    }
    return items
  }

  #object(depth: number): RubyValue {
    const hash: RubyHash = new Map()
    let token = this.#next()
    while (token[1] !== '}') {
      if (token[2] === undefined || this.#next()[1] !== ':') throw new NotJson()
      hash.set(this.#string(token[2]), this.#value(this.#next(), depth + 1))
      token = this.#next()
      if (token[1] === ',') token = this.#afterComma()
      else if (token[1] !== '}') throw new NotJson()
    }
    return hash
  }

  #afterComma(): RegExpExecArray {
    const token = this.#next()
    if (token[1] === ']' || token[1] === '}') throw new NotJson()
    return token
  }
}
