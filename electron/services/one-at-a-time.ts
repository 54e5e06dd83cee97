/** Runs tasks that share a key one after the other, in the order given; others do not wait for each other. */
export type Queue = <T>(keys: string | readonly string[], task: () => Promise<T>) => Promise<T>

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>()
  return (keyOrKeys, task) => {
    const keys = typeof keyOrKeys === 'string' ? [keyOrKeys] : keyOrKeys
    const before = Promise.all(keys.map(key => last.get(key)))
    const result = before.then(task)
    const settled = result.then(
      () => undefined,
      () => undefined,
    )
    // All keys are taken in one step, so two tasks can never wait for each other.
    for (const key of keys) last.set(key, settled)
    void settled.then(() => {
      for (const key of keys) if (last.get(key) === settled) last.delete(key)
    })
    return result
  }
}
