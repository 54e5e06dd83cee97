/** A value that changes by events only, and tells who listens. Holds no React. */
export interface Store<State, Event> {
  get(): State
  send(event: Event): void
  /** Called after each change; the returned function ends it. */
  subscribe(listen: () => void): () => void
}

/** A store whose every change is `reduce(state, event)`. An event that changes nothing returns the same state. */
export function createStore<State, Event>(
  initial: State,
  reduce: (state: State, event: Event) => State,
): Store<State, Event> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    send(event) {
      const next = reduce(state, event)
      if (next === state) return
      state = next
      for (const listen of listeners) listen()
    },
    subscribe(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}
