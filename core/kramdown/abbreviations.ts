import { type AbbreviationDefinition, type Element, createElement, setOptions } from './element.ts'
import { originInText } from './span-parser.ts'
import type { Version } from './version.ts'

/**
 * Replaces the abbreviations a document defines by nodes of their own, in all text that is not raw HTML
 * (parser/kramdown/abbreviation.rb). An abbreviation counts as a whole word only.
 */
export function replaceAbbreviations(root: Element, words: AbbreviationMatcher): void {
  const open = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    const raw = element.options.contentModel === 'raw'
    let replaced: Element[] | undefined
    const { children } = element
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      const parts = child.type === 'text' && !raw ? splitAtAbbreviations(child, words) : undefined
      if (parts) replaced ??= children.slice(0, index)
      if (parts) for (const part of parts) replaced!.push(part)
      else replaced?.push(child)
      if (child.type !== 'text') open.push(child)
    }
    if (replaced) element.children = replaced
  }
}

/** @returns the nodes a text becomes, or undefined when it holds no abbreviation */
export function splitAtAbbreviations(text: Element, words: AbbreviationMatcher): Element[] | undefined {
  const { value } = text
  let found = words.next(value, 0)
  if (!found) return undefined
  const parts: Element[] = []
  let from = 0
  for (; found; found = words.next(value, found.to)) {
    parts.push(part(text, 'text', from, found.from), part(text, 'abbreviation', found.from, found.to))
    from = found.to
  }
  parts.push(part(text, 'text', from, value.length))
  return parts
}

function part(text: Element, type: 'text' | 'abbreviation', from: number, to: number): Element {
  const start = originInText(text, from)
  const span = { from: start, to: to > from ? originInText(text, to - 1) + 1 : start }
  const element = createElement(type, span, text.value.slice(from, to))
  if (text.options.pieces) setOptions(element, { pieces: piecesBetween(text, text.options.pieces, from, to) })
  return element
}

function piecesBetween(text: Element, pieces: readonly number[], from: number, to: number): number[] {
  const between = [0, originInText(text, from)]
  for (let index = 0; index < pieces.length; index += 2) {
    const at = pieces[index]!
    if (at > from && at < to) between.push(at - from, pieces[index + 1]!)
  }
  return between
}

/** Finds abbreviations, the longest first where several begin at one place. */
export class AbbreviationMatcher {
  private readonly sorted: readonly string[]
  /** For each of them, which is the longest other one it begins with, or -1. */
  private readonly shorter: Int32Array
  private readonly longest: number
  /** By code unit: whether one begins with it. */
  private readonly begins = new Uint8Array(0x10000)
  /** 2.5: white space in an abbreviation stands for any white space. */
  private readonly spaced: readonly RegExp[]

  constructor(definitions: Iterable<AbbreviationDefinition>, version: Version) {
    const words = Array.from(definitions, ({ abbreviation }) => abbreviation)
    this.sorted = [...new Set(words)].toSorted()
    this.shorter = longestBeginnings(this.sorted)
    this.longest = words.reduce((length, word) => Math.max(length, word.length), 0)
    for (const word of words) this.begins[word.charCodeAt(0)] = 1
    const spaced = version === '2.5' ? words.filter(word => /[ \t\f\v]/.test(word)) : []
    this.spaced = spaced
      .toSorted((a, b) => b.length - a.length)
      .map(word => new RegExp(escapePattern(word).replace(/[ \t\f\v]/g, '[\\s\\p{Z}]+'), 'uy'))
  }

  /**
   * The next abbreviation from an offset on. What stands before it must be no word character, or it begins the text,
   * a line, or the rest of the text after the last one.
   */
  next(text: string, from: number): { readonly from: number; readonly to: number } | undefined {
    const { begins } = this
    for (let at = from; at < text.length; at++) {
      if (begins[text.charCodeAt(at)] === 0) continue
      if (at > from && isWordCode(text.charCodeAt(at - 1))) continue
      if (!this.isWholeWordAt(text, at)) continue
      // A boundary may belong to an abbreviation itself: `-` in `-HTML`.
      const before = at > from ? this.longestAt(text, at - 1) : 0
      if (before > 0) return { from: at - 1, to: at - 1 + before }
      // kramdown checks that some abbreviation is a whole word, and then takes the longest that begins there.
      return { from: at, to: at + this.longestAt(text, at) }
    }
    return undefined
  }

  private longestAt(text: string, at: number): number {
    return this.begins[text.charCodeAt(at)] === 1 ? this.lengthAt(text, at, always) : 0
  }

  private isWholeWordAt(text: string, at: number): boolean {
    return this.lengthAt(text, at, length => !isWordCode(text.charCodeAt(at + length))) > 0
  }

  /** The length of the first abbreviation at an offset that is accepted, or 0. */
  private lengthAt(text: string, at: number, accept: (length: number) => boolean): number {
    const last = lastAtMost(this.sorted, text.slice(at, at + this.longest))
    // Whatever a text begins with, the last word before it in the order begins with too.
    const common = last < 0 ? 0 : commonLength(this.sorted[last]!, text, at)
    for (let index = last; index >= 0; index = this.shorter[index]!) {
      const { length } = this.sorted[index]!
      if (length <= common && accept(length)) return length
    }
    for (const word of this.spaced) {
      word.lastIndex = at
      const length = word.exec(text)?.[0].length ?? 0
      if (length > 0 && accept(length)) return length
    }
    return 0
  }
}

function longestBeginnings(sorted: readonly string[]): Int32Array {
  const beginnings = new Int32Array(sorted.length)
  const open: number[] = []
  for (const [index, word] of sorted.entries()) {
    while (open.length > 0 && !word.startsWith(sorted[open[open.length - 1]!]!)) open.pop()
    beginnings[index] = open[open.length - 1] ?? -1
    open.push(index)
  }
  return beginnings
}

/** The last of some sorted texts that does not come after another, or -1. */
function lastAtMost(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}

function commonLength(word: string, text: string, at: number): number {
  let length = 0
  while (length < word.length && word.charCodeAt(length) === text.charCodeAt(at + length)) length++
  return length
}

const always = (): boolean => true

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Ruby's `\w`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  )
}
