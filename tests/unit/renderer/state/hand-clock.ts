/** Timers that run when they are told to, in place of the real ones: an hour of waiting takes milliseconds. */
export class HandClock {
  nowMs = 0
  readonly #timers = new Map<number, { readonly atMs: number; readonly run: () => void }>()
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }
  #nextId = 1

  install(): void {
    const set = (run: () => void, delayMs = 0): number => {
      this.#timers.set(this.#nextId, { atMs: this.nowMs + delayMs, run })
      return this.#nextId++
    }
    const clear = (id: number | undefined): void => void this.#timers.delete(id ?? 0)
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear })
  }

  remove(): void {
    Object.assign(globalThis, this.#real)
  }

  /** What waited never happens: the process is gone. */
  forgetAll(): void {
    this.#timers.clear()
  }

  async advance(ms: number): Promise<void> {
    const end = this.nowMs + ms
    for (;;) {
      await promisesSettled()
      const [id, timer] = this.#earliest()
      if (!timer || timer.atMs > end) break
      this.nowMs = Math.max(this.nowMs, timer.atMs)
      this.#timers.delete(id)
      timer.run()
    }
    this.nowMs = end
  }

  #earliest() {
    let [first] = this.#timers
    for (const entry of this.#timers) if (!first || entry[1].atMs < first[1].atMs) first = entry
    return first ?? ([0, undefined] as const)
  }
}

function promisesSettled(): Promise<void> {
  return new Promise(done => setImmediate(done))
}
