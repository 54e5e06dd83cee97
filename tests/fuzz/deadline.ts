/**
 * What a task came to. One that never ends, its promise lost, is told from one that takes its time only by the clock:
 * the timer also keeps the process alive, which would otherwise end in silence when nothing is left to wait for.
 */
export type Ending =
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'hung'; readonly afterMs: number }

export async function withDeadline(task: () => Promise<void>, deadlineMs: number): Promise<Ending> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<Ending>(resolve => {
    timer = setTimeout(resolve, deadlineMs, { type: 'hung', afterMs: deadlineMs })
  })
  const ended = task().then(
    (): Ending => ({ type: 'done' }),
    (error: unknown): Ending => ({ type: 'failed', error }),
  )
  try {
    return await Promise.race([ended, hung])
  } finally {
    clearTimeout(timer)
  }
}
