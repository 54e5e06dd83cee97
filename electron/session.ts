import { LecternError } from '../core/errors.ts'
import type { OpenFolder } from './open-folder.ts'

/** The folder a writer works in, one at a time. */
export interface Session {
  /** The open folder. The first call opens it; one that fails is tried again at the next. */
  open(): Promise<OpenFolder>
  /** Opens another. When that fails, what was open stays so. */
  switchTo(folder: string): Promise<OpenFolder>
  /** The site of the open folder, for the preview's pictures; undefined while none is open. */
  openSite(): string | undefined
  /** Closes what is open or opening. From now on nothing is opened: 'host.closing'. */
  close(): Promise<void>
}

export interface SessionOptions {
  /** The folder to begin with: named at the start, else that of last time, else the starter. */
  readonly firstFolder: () => Promise<string>
  readonly openFolder: (folder: string) => Promise<OpenFolder>
}

export function createSession({ firstFolder, openFolder }: SessionOptions): Session {
  let current: OpenFolder | undefined
  let isEnding = false
  const closing = new Set<Promise<void>>()
  // Openings follow one another, so that two pages that start together share one folder.
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task, task)
    last = result.catch(() => undefined)
    return result
  }

  async function replaceBy(folder: string): Promise<OpenFolder> {
    // A page goes on asking until it hears of the end; a folder opened then would keep the program from ending.
    if (isEnding) throw new LecternError('host.closing')
    const opened = await openFolder(folder)
    if (current) closeLater(current)
    current = opened
    return opened
  }

  /** What the folder that was left still has to write does not keep the writer waiting. */
  function closeLater(folder: OpenFolder): void {
    const closed: Promise<void> = folder.close().finally(() => closing.delete(closed))
    closing.add(closed)
  }

  return {
    open: async () => current ?? inTurn(async () => current ?? replaceBy(await firstFolder())),
    switchTo: folder => inTurn(() => replaceBy(folder)),
    openSite: () => current && (current.workspace.site ?? current.workspace.folder),
    close: () => {
      isEnding = true
      return inTurn(async () => {
        if (current) closeLater(current)
        current = undefined
        await Promise.all(closing)
      })
    },
  }
}
