import { type Store, createStore } from '../state/store.ts'

/** The dialog that stands open, by its id in `dialogs.ts`, with what it is about. */
export interface OpenDialog {
  readonly id: string
  readonly argument?: unknown
}

export interface DialogStore extends Pick<Store<OpenDialog | undefined, never>, 'get' | 'subscribe'> {
  open(id: string, argument?: unknown): void
  close(): void
}

/** @param beforeOpening a dialog, when it opens, remembers where the focus is */
export function createDialogStore(beforeOpening: () => void): DialogStore {
  const store = createStore<OpenDialog | undefined, OpenDialog | undefined>(undefined, (_, next) => next)
  return {
    get: store.get,
    subscribe: store.subscribe,
    open(id, argument) {
      beforeOpening()
      store.send({ id, argument })
    },
    close: () => store.send(undefined),
  }
}
