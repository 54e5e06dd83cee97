import type { Reply } from '../../core/contract/index.ts'
import { startWorker } from './start-worker.ts'

/** A call as the worker is told of it. */
export interface LargeCall {
  readonly id: number
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly args: readonly unknown[]
}

export interface LargeCallAnswer {
  readonly id: number
  /** Undefined where the host did not answer. */
  readonly reply: Reply | undefined
}

/** Text from here on, in UTF-16 code units, costs the writer less when a worker sends it. */
const largeText = 100_000

export function isLarge(value: unknown): boolean {
  if (typeof value === 'string') return value.length >= largeText
  return typeof value === 'object' && value !== null && Object.values(value).some(isLarge)
}

/**
 * Sends calls from a worker, which is started with the first.
 *
 * @returns a function whose promise is rejected where the host did not answer, or the worker does not work
 */
export function createLargeCalls(): (call: Omit<LargeCall, 'id'>) => Promise<Reply> {
  const waiting = new Map<number, PromiseWithResolvers<Reply>>()
  let worker: Worker | undefined
  let lastId = 0

  function start(): Worker {
    const started = startWorker('calls')
    started.addEventListener('message', ({ data }: MessageEvent<LargeCallAnswer>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.reply) asked?.resolve(data.reply)
      else asked?.reject(new Error('No answer.'))
    })
    started.addEventListener('error', () => {
      worker = undefined
      for (const asked of waiting.values()) asked.reject(new Error('The worker ended.'))
      waiting.clear()
    })
    return started
  }

  return call => {
    const asked = Promise.withResolvers<Reply>()
    const id = ++lastId
    waiting.set(id, asked)
    worker ??= start()
    worker.postMessage({ id, ...call } satisfies LargeCall, [])
    return asked.promise
  }
}
