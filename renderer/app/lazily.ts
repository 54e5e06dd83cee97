import { type ComponentType, createElement, lazy, useState } from 'react'

/** Code that comes after the window is shown. */
export interface Later<T> {
  /** What was loaded; undefined until then. */
  get(): T | undefined
  load(): Promise<T>
}

const all: Later<unknown>[] = []

/** What the writer has not asked for yet need not delay the first sight of the post. */
export function later<T>(fetch: () => Promise<T>): Later<T> {
  let loading: Promise<T> | undefined
  let loaded: T | undefined
  async function load(): Promise<T> {
    try {
      loaded = await fetch()
      return loaded
    } catch (error) {
      // Who asks again may have more luck.
      loading = undefined
      throw error
    }
  }
  const made: Later<T> = { get: () => loaded, load: () => (loading ??= load()) }
  all.push(made)
  return made
}

/** A component whose code comes {@link later}. Stands inside a `Suspense`, which it needs only until it is there. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const code = later(load)
  const Waiting = lazy(async () => ({ default: await code.load() }))
  return function Lazily(props) {
    const [Component] = useState<ComponentType<Props>>(() => code.get() ?? Waiting)
    return createElement(Component, props)
  }
}

/** Loads everything that waits, so that no command waits for its code. */
export function loadTheRest(): void {
  // Who needs it and cannot have it says so.
  for (const each of all) each.load().catch(() => undefined)
}
