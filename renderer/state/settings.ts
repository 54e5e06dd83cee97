import type { HostApi, Json, Settings } from '../../core/contract/index.ts'
import { type Store, createStore } from './store.ts'

type SettingsEvent =
  | { readonly type: 'read'; readonly settings: Settings }
  | { readonly type: 'set'; readonly key: string; readonly value: Json }

/** Settings by their kind: one of another kind counts as not there. */
export interface TypedSettings {
  get(): Settings
  number(key: string, fallback: number): number
  boolean(key: string, fallback: boolean): boolean
  string(key: string, fallback: string): string
}

export function typedSettings(get: () => Settings): TypedSettings {
  function typed<T extends Json>(key: string, fallback: T): T {
    const value = get()[key]
    return typeof value === typeof fallback ? (value as T) : fallback
  }
  return {
    get,
    number: (key, fallback) => typed(key, fallback),
    boolean: (key, fallback) => typed(key, fallback),
    string: (key, fallback) => typed(key, fallback),
  }
}

export type SettingsScope = 'folder' | 'user'

/** The writer's settings: read at once, written to the host after a pause, so that dragging a divider writes once. */
export interface SettingsStore extends TypedSettings, Pick<Store<Settings, never>, 'subscribe'> {
  /** Reads all settings again, after another folder was opened. */
  load(): Promise<void>
  set(scope: SettingsScope, key: string, value: Json): void
  /** Writes what waits, before the window goes. */
  flush(): void
}

const pauseMs = 400

export function createSettingsStore(
  host: Pick<HostApi, 'readSettings' | 'writeSetting'>,
  report: (error: unknown) => void,
): SettingsStore {
  const store = createStore<Settings, SettingsEvent>({}, reduceSettings)
  const waiting = new Map<string, { scope: SettingsScope; value: Json }>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    for (const [key, { scope, value }] of waiting) host.writeSetting(scope, key, value).catch(report)
    waiting.clear()
  }

  return {
    ...typedSettings(store.get),
    subscribe: store.subscribe,
    flush,
    async load() {
      flush()
      store.send({ type: 'read', settings: await host.readSettings() })
    },
    set(scope, key, value) {
      store.send({ type: 'set', key, value })
      waiting.set(key, { scope, value })
      timer ??= setTimeout(flush, pauseMs)
    },
  }
}

function reduceSettings(state: Settings, event: SettingsEvent): Settings {
  if (event.type === 'read') return event.settings
  return state[event.key] === event.value ? state : { ...state, [event.key]: event.value }
}
