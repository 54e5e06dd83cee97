import type { HostApi, RepoPath, ViewState } from '../../core/contract/index.ts'
import type { Editor } from '../editor/editor.ts'
import type { Saver } from './saver.ts'

/** Remembers where the writer was in saved posts, with the undo history: the next start begins there. */
export interface ViewKeeper {
  /** The cursor moved, or the text was saved. */
  touched(): void
  /** Writes what waits, and now. */
  keepNow(): void
  /** Where the writer was in this text; without the history where the text is another one by now. */
  recall(path: RepoPath): Promise<((version: string) => ViewState) | undefined>
}

const pauseMs = 2_000

export function createViewKeeper(
  host: Pick<HostApi, 'keepView' | 'recallView'>,
  editor: Editor,
  open: () => Saver | undefined,
): ViewKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined

  function keepNow(): void {
    clearTimeout(timer)
    timer = undefined
    const saver = open()
    // The journal holds the view of unsaved text.
    if (!saver || saver.isDirty()) return
    host.keepView(saver.path, saver.disk().version, editor.viewState()).catch(() => {
      // Losing a cursor is not worth a message.
    })
  }

  return {
    touched() {
      clearTimeout(timer)
      timer = setTimeout(keepNow, pauseMs)
    },
    keepNow,
    async recall(path) {
      try {
        const kept = await host.recallView(path)
        if (!kept) return undefined
        const { history, ...place } = kept.view
        return version => (version === kept.version && history !== undefined ? kept.view : place)
      } catch {
        // The post opens at its beginning.
        return undefined
      }
    },
  }
}
