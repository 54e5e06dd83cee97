import { LiquidError } from './liquid-error.ts'

/** How much a template may do. Counted, not timed, so that the same template always ends the same way. */
export interface LimitOptions {
  /** Nodes rendered and items looped over. */
  readonly steps: number
  /** UTF-16 units of one text. */
  readonly length: number
  /** Items of one range or list a tag makes. */
  readonly items: number
}

const defaults: LimitOptions = { steps: 20_000_000, length: 50_000_000, items: 5_000_000 }

/** Counts what a rendering does and ends it when that is too much. */
export class Limits {
  readonly #most: LimitOptions
  #steps = 0

  constructor(most: Partial<LimitOptions> = {}) {
    this.#most = { ...defaults, ...most }
  }

  /** @throws LiquidError 'Liquid::MemoryError' */
  countSteps(steps: number): void {
    this.#steps += steps
    if (this.#steps > this.#most.steps) throw tooMuch('The template takes too many steps')
  }

  /** @throws LiquidError 'Liquid::MemoryError' */
  checkLength(length: number): void {
    if (length > this.#most.length) throw tooMuch('The template makes too long a text')
  }

  /** @throws LiquidError 'Liquid::MemoryError' */
  checkItems(count: number): void {
    if (count > this.#most.items) throw tooMuch(`A loop over ${count} items is too long`)
  }
}

function tooMuch(detail: string): LiquidError {
  return new LiquidError('Liquid::MemoryError', detail)
}
