import type { HostEvent, ThemesApi } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import type { RemoteTheme } from '../../core/jekyll/index.ts'
import type { Network } from './checked-request.ts'
import { systemCode } from './disk-errors.ts'
import { forgetTheme, keepTheme } from './fetched-themes.ts'
import type { FileSystem } from './file-system.ts'
import { type DownloadLimits, downloadTheme } from './theme-download.ts'

export interface RemoteThemesOptions {
  readonly disk: FileSystem
  /** Where fetched themes lie. */
  readonly themes: string
  /** The theme that the configuration of the open site names. */
  readonly named: () => Promise<RemoteTheme | undefined>
  readonly announce: (event: HostEvent) => void
  readonly network: Network
  readonly limits?: DownloadLimits
}

export interface RemoteThemes extends ThemesApi {
  /** Ends a fetch that is under way. */
  close(): Promise<void>
}

const progressEveryMs = 200

/** Fetches the theme of the open site on the writer's action, one fetch at a time. */
export function createRemoteThemes(options: RemoteThemesOptions): RemoteThemes {
  const { disk, themes, named, announce, network, limits } = options
  let running: { readonly done: Promise<void>; readonly cancel: AbortController } | undefined

  async function fetchNow(cancel: AbortController): Promise<void> {
    const theme = await nameOrRefuse()
    let toldAt = 0
    const parts = await downloadTheme(theme, {
      network,
      signal: cancel.signal,
      ...(limits && { limits }),
      onProgress(receivedBytes) {
        if (Date.now() - toldAt < progressEveryMs) return
        toldAt = Date.now()
        announce({ type: 'theme-progress', receivedBytes })
      },
    })
    await keepTheme(disk, themes, theme, parts, new Date().toISOString()).catch(notKept)
    announce({ type: 'site-changed' })
  }

  async function nameOrRefuse(): Promise<RemoteTheme> {
    const theme = await named()
    if (!theme) throw new LecternError('theme.none')
    return theme
  }

  async function cancelThemeFetch(): Promise<void> {
    running?.cancel.abort()
    await running?.done.catch(() => undefined)
  }

  return {
    fetchTheme() {
      if (running) return running.done
      const cancel = new AbortController()
      const done = fetchNow(cancel).finally(() => (running = undefined))
      running = { done, cancel }
      return done
    },
    cancelThemeFetch,
    async forgetTheme() {
      await forgetTheme(disk, themes, await nameOrRefuse()).catch(notKept)
      announce({ type: 'site-changed' })
    },
    close: cancelThemeFetch,
  }
}

function notKept(error: unknown): never {
  if (error instanceof LecternError) throw error
  throw new LecternError('theme.not-kept', [systemCode(error) ?? 'unknown'], { cause: error })
}
