import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type {
  HistoryApi,
  HostEvent,
  PostsApi,
  SearchApi,
  SettingsApi,
  Workspace,
} from '../../core/contract/index.ts'
import { bringBack } from './bring-back.ts'
import { isMissing } from './disk-errors.ts'
import type { DraftReserve } from './draft-reserve.ts'
import { type Drafts, createDrafts } from './drafts.ts'
import type { FileSystem } from './file-system.ts'
import { createHistory } from './history.ts'
import { type GitStates, createListing } from './listing.ts'
import type { Log } from './log.ts'
import { postText } from './post-text.ts'
import { createPosts } from './posts.ts'
import { createRenameIntent } from './rename-intent.ts'
import { type Repository, createRepository } from './repository.ts'
import { createReplacements } from './replacements.ts'
import { createSearch } from './search.ts'
import { createSettings } from './settings.ts'
import { createTrash } from './trash.ts'
import type { UserFolders } from './user-folders.ts'
import { versionOf } from './version.ts'
import { createKnownVersions, createWatcher } from './watcher.ts'
import { createWorkFolders } from './work-folders.ts'

/** All that serves the files of one open folder. */
export interface PostFolder {
  readonly posts: PostsApi
  readonly drafts: Drafts
  readonly history: HistoryApi
  readonly settings: SettingsApi
  readonly search: SearchApi
  readonly repository: Repository
  /** What goes on behind the scenes after an opening is done. */
  readonly settled: () => Promise<void>
  /** Ends watching, and waits for what is still being written. */
  readonly close: () => Promise<void>
}

export interface PostFolderOptions {
  readonly workspace: Workspace
  readonly folders: UserFolders
  readonly disk: FileSystem
  /** One for the whole process, as folders come and go. */
  readonly reserve: DraftReserve
  readonly announce: (event: HostEvent) => void
  readonly log: Log
  readonly now?: () => Date
  readonly gitStates?: GitStates
}

/** Opens the services of a folder that {@link describeWorkspace} described. */
export async function openPostFolder(options: PostFolderOptions): Promise<PostFolder> {
  const { workspace, disk, log, announce, reserve, now = () => new Date() } = options
  const { configDir, dataDir } = options.folders
  const { folder } = workspace
  const workFolders = createWorkFolders({ dataDir, folder, disk })
  for (const place of await workFolders.all()) {
    try {
      await bringBack(disk, place)
    } catch (error) {
      log.note('what a kill left half done was not ended', error)
    }
  }
  const workingIn = async (place: string): Promise<void> => {
    try {
      await workFolders.note(place)
    } catch (error) {
      log.note('it was not noted where files are moved aside', error)
    }
  }
  const repository = createRepository({ folder, disk, workingIn, log })
  const known = createKnownVersions()
  const savedVersion = repository.version
  const history = createHistory({ dataDir, folder, disk, now, savedVersion })
  const drafts = createDrafts({
    dataDir,
    folder,
    disk,
    reserve,
    session: randomBytes(5).toString('hex'),
    now: () => now().getTime(),
    savedVersion,
    savedText: async path => {
      try {
        // Not in turn: unsaved text never waits for a save.
        return postText(await readFile(repository.absolute(path))).text
      } catch (error) {
        if (!isMissing(error)) log.note('the text that unsaved text grew from cannot be read', error)
        return undefined
      }
    },
    lastSaved: async path => {
      try {
        return (await history.listVersions(path)).find(({ reason }) => reason === 'saved')?.version
      } catch (error) {
        log.note('it is not known which text was saved last', error)
        return undefined
      }
    },
    versionOfText: versionOf,
    onFirstEdit: async (path, baseVersion) => {
      try {
        if (await history.has(path, baseVersion)) return
        const found = await repository.read(path)
        if (found.version === baseVersion && found.readOnly === undefined)
          await history.keep(path, found.source, 'found')
      } catch (error) {
        log.note('the text that is being changed is not among the versions', error)
      }
    },
    keepAside: (path, source) => history.keepVersion(path, source),
  })
  const trash = createTrash({ dataDir, repository, disk, now })
  const listing = createListing({
    workspace,
    dataDir,
    disk,
    log,
    now,
    announceChange: () => announce({ type: 'posts-changed' }),
    ...(options.gitStates ? { gitStates: options.gitStates } : {}),
  })
  const intent = createRenameIntent({ dataDir, repository, disk })
  const posts = createPosts({ repository, intent, listing, drafts, history, trash, known, announce, log })
  try {
    await posts.finishRename()
  } catch (error) {
    log.note('a rename that was cut short is not finished', error)
  }
  const search = createSearch({
    folder,
    paths: async () => (await listing.list()).map(({ path }) => path),
  })
  const replacements = createReplacements({ dataDir, folder, disk, posts })
  const watcher = await createWatcher({
    workspace,
    known,
    versionOnDisk: repository.version,
    announce,
    log,
    onFiles: search.changed,
  })
  const housekeeping = Promise.allSettled([reserve.prepare(), trash.empty(), history.prune()]).then(
    results => {
      for (const result of results)
        if (result.status === 'rejected') log.note('housekeeping was not finished', result.reason)
    },
  )
  return {
    posts,
    drafts,
    history,
    settings: createSettings({ configDir, folder, disk }),
    search: {
      searchPosts: query => search.search(query),
      replaceInPosts: wanted => replacements.apply(wanted),
      undoReplace: id => replacements.undo(id),
    },
    repository,
    settled: () => housekeeping,
    close: async () => {
      watcher.close()
      await repository.close()
      await search.close()
      await housekeeping
      await listing.close()
      await history.settled()
    },
  }
}
