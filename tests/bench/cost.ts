/** What something took: by the clock, and of the processors' time, which other programs of the machine do not lengthen. */
export interface Cost {
  readonly ms: number
  readonly cpuMs: number
}

/** One run says little on a machine that does other things as well. */
export function medianCost(costs: readonly Cost[]): Cost {
  return { ms: median(costs.map(({ ms }) => ms)), cpuMs: median(costs.map(({ cpuMs }) => cpuMs)) }
}

/** What one thing takes beyond another that it begins with. */
export function costBeyond(whole: Cost, start: Cost): Cost {
  return { ms: whole.ms - start.ms, cpuMs: whole.cpuMs - start.cpuMs }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
