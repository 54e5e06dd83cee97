/** One measured line of the bench. */
export interface Figure {
  readonly what: string
  /** What was measured: our program, the bare editor, another engine. */
  readonly subject: string
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly unit: 'ms'
  /** What p95 must not exceed on an idle machine of two cores; absent where nothing is asked. */
  readonly limit?: number
}

export function figure(
  about: Pick<Figure, 'what' | 'subject'> & { readonly limit?: number },
  milliseconds: readonly number[],
): Figure {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
  return { ...about, count: sorted.length, median: round(at(0.5)), p95: round(at(0.95)), unit: 'ms' }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A Markdown table of figures. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, subject, count, median, p95, limit }) => [
    what,
    subject,
    String(count),
    median.toFixed(1),
    p95.toFixed(1),
    limit === undefined ? '' : `≤ ${limit}${p95 <= limit ? '' : ' (missed)'}`,
  ])
  const head = ['What (ms)', 'Subject', 'n', 'median', 'p95', 'asked of p95']
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}
