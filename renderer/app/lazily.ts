import { type ComponentType, lazy } from 'react'

const loaders: (() => Promise<unknown>)[] = []

/**
 * A component whose code comes after the window is shown: what the writer has not asked for yet need not delay the
 * first sight of the post. Stands inside a `Suspense`.
 */
export function lazily<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  loaders.push(load)
  return lazy(async () => ({ default: await load() }))
}

/** Loads everything that waits, so that no command waits for its code. */
export function loadTheRest(): void {
  for (const load of loaders) void load()
}
