import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { HostEvent } from '../../core/contract/index.ts'
import { createDraftReserve } from '../../electron/services/draft-reserve.ts'
import { type FileSystem, diskFileSystem } from '../../electron/services/file-system.ts'
import { createLog } from '../../electron/services/log.ts'
import {
  type PostFolder,
  type PostFolderOptions,
  openPostFolder,
} from '../../electron/services/post-folder.ts'
import { describeWorkspace } from '../../electron/services/workspace.ts'

/** The services of a folder as the hosts put them together, and what they announced. */
export interface OpenedFolder extends PostFolder {
  readonly events: readonly HostEvent[]
  /** Resolves with the first announcement, from now on, that passes `test`; rejects after two seconds. */
  readonly announced: (test: (event: HostEvent) => boolean) => Promise<HostEvent>
}

/** Opens `home/site`, with all that Lectern keeps for itself under `home/own`. */
export async function openFolder(
  home: string,
  options: Partial<PostFolderOptions> & { readonly folder?: string; readonly disk?: FileSystem } = {},
): Promise<OpenedFolder> {
  const folders = { configDir: join(home, 'own', 'config'), dataDir: join(home, 'own', 'data') }
  const disk = options.disk ?? diskFileSystem
  const events: HostEvent[] = []
  const listeners = new Set<(event: HostEvent) => void>()
  const opened = await openPostFolder({
    workspace: await describeWorkspace(options.folder ?? join(home, 'site')),
    folders,
    disk,
    reserve: createDraftReserve({
      disk,
      folder: join(folders.dataDir, 'drafts'),
      session: `t${Math.floor(Math.random() * 1e9).toString(36)}`,
      areaSizes: [64 * 1024],
    }),
    log: createLog(folders.dataDir),
    announce: event => {
      events.push(event)
      for (const listen of listeners) listen(event)
    },
    ...options,
  })
  const announced = (test: (event: HostEvent) => boolean): Promise<HostEvent> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`not announced; heard ${JSON.stringify(events)}`))
      }, 2_000)
      listeners.add(event => {
        if (!test(event)) return
        clearTimeout(late)
        resolve(event)
      })
    })
  return { ...opened, events, announced }
}

/** Writes files under a folder; names with `/` make folders. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}
