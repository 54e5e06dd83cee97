import { useRef, useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The store's state; the component renders again when it changes. */
export function useStore<State>(store: Pick<Store<State, never>, 'get' | 'subscribe'>): State {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** These fields of the store's state; the component renders again when one of them changes. */
export function useFields<State extends object, Field extends keyof State>(
  store: Pick<Store<State, never>, 'get' | 'subscribe'>,
  fields: readonly Field[],
): Pick<State, Field> {
  const last = useRef<State>(undefined)
  return useSyncExternalStore(store.subscribe, () => {
    const [before, now] = [last.current, store.get()]
    if (before !== undefined && fields.every(field => Object.is(before[field], now[field]))) return before
    last.current = now
    return now
  })
}
