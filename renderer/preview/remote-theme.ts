import type { HostApi, HostEvent } from '../../core/contract/index.ts'
import type { RemoteThemeFacts } from '../../core/jekyll/index.ts'
import { sentenceOf } from '../state/notices.ts'
import { type Store, createStore } from '../state/store.ts'

/** The theme in another repository that the site names, and what is being done about it. */
export interface RemoteThemeState {
  /** Undefined where the site names none. */
  readonly theme?: RemoteThemeFacts
  /** While it is being fetched: how much of it has come. */
  readonly receivedBytes?: number
  /** Why the last try came to nothing. */
  readonly failure?: string
}

export interface RemoteTheme extends Pick<Store<RemoteThemeState, never>, 'get' | 'subscribe'> {
  /** As the site was last read. */
  follow(theme: RemoteThemeFacts | undefined): void
  onHostEvent(event: HostEvent): void
  /** Asks its host for it: only because the writer wants it. A failure is part of the state. */
  fetch(): Promise<void>
  cancel(): void
  forget(): Promise<void>
}

type RemoteThemeEvent =
  | { readonly type: 'named'; readonly theme: RemoteThemeFacts | undefined }
  | { readonly type: 'received'; readonly receivedBytes: number }
  | { readonly type: 'ended'; readonly failure?: string }

export function createRemoteTheme(
  host: Pick<HostApi, 'fetchTheme' | 'cancelThemeFetch' | 'forgetTheme'>,
): RemoteTheme {
  const store = createStore<RemoteThemeState, RemoteThemeEvent>({}, reduceRemoteTheme)
  const isFetching = (): boolean => store.get().receivedBytes !== undefined

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      store.send({ type: 'ended' })
    } catch (error) {
      const isCancelled = (error as { readonly code?: unknown }).code === 'theme.cancelled'
      store.send({ type: 'ended', ...(!isCancelled && { failure: sentenceOf(error) }) })
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    follow: theme => store.send({ type: 'named', theme }),
    onHostEvent(event) {
      if (event.type === 'theme-progress' && isFetching()) store.send({ ...event, type: 'received' })
    },
    async fetch() {
      if (isFetching()) return
      store.send({ type: 'received', receivedBytes: 0 })
      await attempt(() => host.fetchTheme())
    },
    cancel: () => void host.cancelThemeFetch(),
    forget: () => attempt(() => host.forgetTheme()),
  }
}

export function reduceRemoteTheme(state: RemoteThemeState, event: RemoteThemeEvent): RemoteThemeState {
  const { theme, receivedBytes } = state
  switch (event.type) {
    case 'named':
      if (!event.theme) return theme ? {} : state
      return { ...(event.theme.title === theme?.title && state), theme: event.theme }
    case 'received':
      return { ...(theme && { theme }), receivedBytes: Math.max(event.receivedBytes, receivedBytes ?? 0) }
    case 'ended':
      return { ...(theme && { theme }), ...(event.failure !== undefined && { failure: event.failure }) }
  }
}

/** The site names a theme that is not on this machine. */
export function isThemeMissing({ theme }: RemoteThemeState): boolean {
  return theme !== undefined && theme.fetchedAt === undefined
}
