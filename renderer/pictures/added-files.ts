import type { HostApi } from '../../core/contract/index.ts'
import type { Companion } from '../editor/companion.ts'
import type { Notices } from '../state/notices.ts'

/** Files that came to the site with an edit: they go to the trash when it is undone, and come back when it is redone. */
export interface AddedFiles extends Companion {
  /** Resolves once the last undo or redo is done. */
  readonly settled: () => Promise<void>
}

export function createAddedFiles(
  { host, notices }: { readonly host: HostApi; readonly notices: Notices },
  paths: readonly string[],
): AddedFiles {
  let present = [...paths]
  let trashed: readonly string[] = []
  let last = Promise.resolve()
  const after = (act: () => Promise<void>): void => {
    last = last.then(act).catch(notices.report)
  }
  return {
    undo: () =>
      after(async () => {
        const gone = await Promise.all(present.map(path => host.trashPicture(path)))
        present = []
        trashed = gone.map(({ trashId }) => trashId)
      }),
    redo: () =>
      after(async () => {
        const back = await Promise.all(trashed.map(trashId => host.restorePicture(trashId)))
        present = back.map(({ path }) => path)
        trashed = []
      }),
    settled: () => last,
  }
}
