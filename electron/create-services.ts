import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'

import type { FolderEntry, HostEvent, Workspace } from '../core/contract/index.ts'
import { type SharedServices, openFolder } from './open-folder.ts'
import type { Places } from './places.ts'
import { type Network, internet } from './services/checked-request.ts'
import { createDraftReserve } from './services/draft-reserve.ts'
import { diskFileSystem } from './services/file-system.ts'
import { gitAsInTerminal } from './services/git-environment.ts'
import type { Git } from './services/git.ts'
import { type Log, createLog } from './services/log.ts'
import { makeStarter, starterFolder } from './services/starter.ts'
import { completePath, createWorkspaces } from './services/workspace.ts'
import { type Session, createSession } from './session.ts'

/** All services, and the folder they serve now. */
export interface Services {
  readonly session: Session
  readonly log: Log
  /** Folders opened before, newest first. */
  readonly recent: () => Promise<Workspace[]>
  readonly completePath: (typed: string) => Promise<FolderEntry[]>
  readonly close: () => Promise<void>
}

export interface ServicesOptions {
  readonly places: Places
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder to open first. */
  readonly folder?: string
  readonly announce: (event: HostEvent) => void
  /** The internet, unless a test puts something in its place. */
  readonly network?: Network
}

export function createServices(options: ServicesOptions): Services {
  const { places, env, folder, announce, network = internet } = options
  const { dataDir, writerFolder } = places
  const disk = diskFileSystem
  const log = createLog(dataDir)
  const git = once(() => gitAsInTerminal(env))
  const known = createWorkspaces({ dataDir, disk, starterFolder: starterFolder(writerFolder) })
  const reserve = createDraftReserve({
    disk,
    folder: join(dataDir, 'drafts'),
    session: randomBytes(5).toString('hex'),
  })
  const shared: SharedServices = { folders: places, git, reserve, log, announce, network }

  async function firstFolder(): Promise<string> {
    const first = folder ?? (await known.last())?.folder
    return first ?? makeStarter({ ...places, git: await git() })
  }

  const session = createSession({
    firstFolder,
    openFolder: async path => openFolder(await known.choose(path), shared),
  })
  return {
    session,
    log,
    recent: () => known.recent(),
    completePath: typed => completePath(typed, homedir()),
    close: async () => {
      await session.close()
      await log.settled()
    },
  }
}

function once(ask: () => Promise<Git>): () => Promise<Git> {
  let answer: Promise<Git> | undefined
  return () => (answer ??= ask())
}
