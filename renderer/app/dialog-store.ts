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

export function createDialogStore(): DialogStore {
  const store = createStore<OpenDialog | undefined, OpenDialog | undefined>(undefined, (_, next) => next)
  return {
    get: store.get,
    subscribe: store.subscribe,
    open: (id, argument) => store.send({ id, argument }),
    close: () => store.send(undefined),
  }
}
