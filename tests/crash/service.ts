import { join } from 'node:path'
import {
  type DraftsApi,
  type HistoryApi,
  type HostEvent,
  type PostsApi,
  type Reply,
  dispatch,
  draftsMethods,
  historyMethods,
  postsMethods,
} from '../../core/contract/index.ts'
import { createDraftReserve } from '../../electron/services/draft-reserve.ts'
import { diskFileSystem } from '../../electron/services/file-system.ts'
import { createLog } from '../../electron/services/log.ts'
import { openPostFolder } from '../../electron/services/post-folder.ts'
import { describeWorkspace } from '../../electron/services/workspace.ts'

/**
 * The process that is killed: the services a host runs for an open folder, behind the same checked contract, over the
 * channel of a child process. It is started ahead of time and opens the folder when told to.
 */

export type ServiceApi = PostsApi & DraftsApi & HistoryApi

export type ToService =
  | { readonly type: 'open'; readonly home: string; readonly session: string }
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }

export type FromService =
  | { readonly type: 'ready' }
  | { readonly type: 'opened' }
  | { readonly type: 'event'; readonly event: HostEvent }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }

const methods = { ...postsMethods, ...draftsMethods, ...historyMethods }
const send = (message: FromService): void => void process.send?.(message)

async function open(home: string, session: string): Promise<ServiceApi> {
  const folders = { configDir: join(home, 'own', 'config'), dataDir: join(home, 'own', 'data') }
  const folder = await openPostFolder({
    workspace: await describeWorkspace(join(home, 'site')),
    folders,
    disk: diskFileSystem,
    reserve: createDraftReserve({
      disk: diskFileSystem,
      folder: join(folders.dataDir, 'drafts'),
      session,
      areaSizes: [256 * 1024],
    }),
    announce: event => send({ type: 'event', event }),
    log: createLog(folders.dataDir),
  })
  return { ...folder.posts, ...folder.drafts, ...folder.history }
}

let api: Promise<ServiceApi> | undefined

process.on('message', (message: ToService) => {
  if (message.type === 'open') {
    api = open(message.home, message.session)
    void api.then(() => send({ type: 'opened' }))
  } else if (api) {
    const { id, method, args } = message
    void api
      .then(opened => dispatch<ServiceApi>(opened, methods, method, args))
      .then(reply => send({ type: 'reply', id, reply }))
  }
})
process.on('disconnect', () => process.exit())
send({ type: 'ready' })
