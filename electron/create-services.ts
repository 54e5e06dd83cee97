import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { readdir } from 'node:fs/promises'

import type {
  Draft,
  FolderEntry,
  HostEvent,
  PostSummary,
  RecoveredDraft,
  Workspace,
} from '../core/contract/index.ts'
import type { Places } from './places.ts'
import { diskFileSystem } from './services/file-system.ts'
import { gitAsInTerminal } from './services/git-environment.ts'
import { createRepository } from './services/repository.ts'
import { createSettings } from './services/settings.ts'
import { makeStarter, starterFolder } from './services/starter.ts'
import { completePath, createWorkspaces } from './services/workspace.ts'
import { type OpenFolder, type Session, createSession } from './session.ts'

/** All services, and the folder they serve now. */
export interface Services {
  readonly session: Session
  /** Folders opened before, newest first. */
  readonly recent: () => Promise<Workspace[]>
  readonly completePath: (typed: string) => Promise<FolderEntry[]>
}

export interface ServicesOptions {
  readonly places: Places
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder to open first. */
  readonly folder?: string
  readonly announce: (event: HostEvent) => void
}

export function createServices(options: ServicesOptions): Services {
  const { places } = options
  const disk = diskFileSystem
  const known = createWorkspaces({
    dataDir: places.dataDir,
    disk,
    starterFolder: starterFolder(places.writerFolder),
  })

  async function firstFolder(): Promise<string> {
    const folder = options.folder ?? (await known.last())?.folder
    return folder ?? makeStarter({ ...places, git: await gitAsInTerminal(options.env) })
  }

  async function openFolder(path: string): Promise<OpenFolder> {
    const workspace = await known.choose(path)
    const repository = createRepository({ folder: workspace.folder, disk })
    const drafts = new Map<string, RecoveredDraft>()
    return {
      workspace,
      posts: {
        listPosts: async () => {
          const names = await readdir(workspace.folder, { recursive: true })
          return Promise.all(
            names
              .map(name => name.replaceAll('\\', '/'))
              .filter(name => name.endsWith('.md') && !/(^|\/)(\.|_site|node_modules|vendor)/.test(name))
              .toSorted()
              .toReversed()
              .map(async (path): Promise<PostSummary> => {
                const { version, source } = await repository.read(path)
                const date = /(\d{4}-\d\d-\d\d)-/.exec(path)?.[1]
                return {
                  path,
                  kind: date ? 'post' : 'page',
                  title: /^title: *"?(.*?)"?$/m.exec(source)?.[1] ?? path,
                  ...(date && { date: `${date}T00:00:00+00:00` }),
                  state: 'published',
                  version,
                }
              }),
          )
        },
        readPost: path => repository.read(path),
        savePost: async (path, source, base) => ({ version: await repository.save(path, source, base) }),
        createPost: async (path, source) => ({ version: await repository.create(path, source) }),
        renamePost: (from, to) => repository.rename(from, to),
        trashPost: async () => ({ trashId: randomBytes(4).toString('hex') }),
        restorePost: async id => ({ path: id }),
      },
      site: { readSite: async () => ({ version: '0' }) as never },
      drafts: {
        keepDraft: async (draft: Draft) =>
          void drafts.set(draft.path, { ...draft, keptAt: new Date().toISOString() }),
        dropDraft: async (path: string) => void drafts.delete(path),
        recoverDrafts: async () => [...drafts.values()],
      } as never,
      settings: createSettings({ configDir: places.configDir, folder: workspace.folder, disk }),
      exports: {} as never,
      close: async () => {},
    }
  }

  return {
    session: createSession({ firstFolder, openFolder }),
    recent: () => known.recent(),
    completePath: typed => completePath(typed, homedir()),
  }
}
