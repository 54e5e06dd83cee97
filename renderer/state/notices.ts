import { type Store, createStore } from './store.ts'

/** A message that stays until it is answered or its time is over. Announced to screen readers. */
export interface Notice {
  readonly id: number
  readonly kind: 'info' | 'success' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

type NoticeEvent =
  | { readonly type: 'shown'; readonly notice: Notice }
  | { readonly type: 'gone'; readonly id: number }

export interface Notices extends Pick<Store<readonly Notice[], never>, 'get' | 'subscribe'> {
  /** @returns the id to {@link dismiss} it by */
  show(notice: Omit<Notice, 'id'>): number
  /** Shows a failure with its own sentence. */
  report(error: unknown, action?: Notice['action']): void
  dismiss(id: number): void
}

export function createNotices(): Notices {
  const store = createStore<readonly Notice[], NoticeEvent>([], reduceNotices)
  let last = 0
  function show(notice: Omit<Notice, 'id'>): number {
    store.send({ type: 'shown', notice: { ...notice, id: ++last } })
    return last
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    show,
    report(error, action) {
      show({ kind: 'error', text: sentenceOf(error), ...(action && { action }) })
    },
    dismiss: id => store.send({ type: 'gone', id }),
  }
}

/** The sentence of a failure, as the writer reads it. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function reduceNotices(notices: readonly Notice[], event: NoticeEvent): readonly Notice[] {
  if (event.type === 'gone') return notices.filter(notice => notice.id !== event.id)
  const others = notices.filter(notice => notice.text !== event.notice.text)
  return [...others, event.notice]
}
