import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The store's state; the component renders again when it changes. */
export function useStore<State>(store: Pick<Store<State, never>, 'get' | 'subscribe'>): State {
  return useSyncExternalStore(store.subscribe, store.get)
}
