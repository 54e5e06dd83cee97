import type { HostEvent, PostFile, PostsApi, RepoPath, Version } from '../../core/contract/index.ts'
import type { Drafts } from './drafts.ts'
import type { History } from './history.ts'
import type { Listing } from './listing.ts'
import type { Log } from './log.ts'
import type { RenameIntent } from './rename-intent.ts'
import type { Repository } from './repository.ts'
import type { Trash } from './trash.ts'
import { versionOf } from './version.ts'
import type { KnownVersions } from './watcher.ts'

export interface PostsOptions {
  readonly repository: Repository
  readonly intent: RenameIntent
  readonly listing: Listing
  readonly drafts: Drafts
  readonly history: History
  readonly trash: Trash
  readonly known: KnownVersions
  readonly announce: (event: HostEvent) => void
  readonly log: Log
}

export interface Posts extends PostsApi {
  /** Ends what a kill cut short. Before anything else is asked. */
  readonly finishRename: () => Promise<void>
}

/** The posts of the open folder, and with each change of theirs what must follow: history, unsaved text, the list. */
export function createPosts(options: PostsOptions): Posts {
  const { repository, intent, listing, drafts, history, trash, known, announce, log } = options

  async function readPost(path: RepoPath): Promise<PostFile> {
    const file = await repository.read(path)
    known.set(path, file.version)
    return file
  }

  async function savePost(path: RepoPath, source: string, base: Version): Promise<{ version: Version }> {
    // At once: unsaved text that comes from now on is newer than what is saved.
    const noted = follow('the word of a save under way', () => drafts.saving(path, source))
    await follow('the text before a save', () => keepBefore(path, base))
    await noted
    const version = await known.during(path, versionOf(source), () => repository.save(path, source, base))
    await follow('a version', () => history.keep(path, source, 'saved'))
    announce({ type: 'posts-changed' })
    return { version }
  }

  /** The text that is about to be replaced, when another program wrote it or it was there before Lectern. */
  async function keepBefore(path: RepoPath, base: Version): Promise<void> {
    if (await history.has(path, base)) return
    const before = await repository.read(path)
    if (before.readOnly === undefined) await history.keep(path, before.source, 'found')
  }

  async function createPost(path: RepoPath, source: string): Promise<{ version: Version }> {
    const version = await known.during(path, versionOf(source), () => repository.create(path, source))
    await follow('a version', () => history.keep(path, source, 'saved'))
    announce({ type: 'posts-changed' })
    return { version }
  }

  async function renamePost(from: RepoPath, to: RepoPath): Promise<void> {
    await follow('the word of a rename under way', () => intent.begin(from, to))
    const version = known.get(from)
    known.forget(from)
    try {
      await repository.rename(from, to)
    } catch (error) {
      if (version !== undefined) known.set(from, version)
      await follow('the word of a rename that failed', () => intent.abandon())
      throw error
    }
    if (version !== undefined) known.set(to, version)
    await followRename(from, to)
    announce({ type: 'posts-changed' })
  }

  async function followRename(from: RepoPath, to: RepoPath): Promise<void> {
    const versions = await follow('the versions of a renamed post', () => history.renamed(from, to))
    const unsaved = await follow('the unsaved text of a renamed post', () => drafts.renamed(from, to))
    // What could not follow now does so at the next start.
    if (versions && unsaved) await follow('the word of a rename done', () => intent.end())
  }

  async function finishRename(): Promise<void> {
    const cutShort = await intent.finish()
    if (cutShort) await followRename(cutShort.from, cutShort.to)
    else await intent.end()
  }

  async function trashPost(path: RepoPath): Promise<{ trashId: string }> {
    const version = known.get(path)
    known.forget(path)
    try {
      const trashed = await trash.put(path)
      announce({ type: 'posts-changed' })
      return trashed
    } catch (error) {
      if (version !== undefined) known.set(path, version)
      throw error
    }
  }

  async function restorePost(trashId: string): Promise<{ path: RepoPath }> {
    const restored = await trash.restore(trashId)
    announce({ type: 'posts-changed' })
    return restored
  }

  /**
   * What follows a change must not undo it, nor make it look failed.
   *
   * @returns whether it was done
   */
  async function follow(what: string, task: () => Promise<void>): Promise<boolean> {
    try {
      await task()
      return true
    } catch (error) {
      log.note(`${what} was not kept`, error)
      return false
    }
  }

  return {
    listPosts: () => listing.list(),
    readPost,
    savePost,
    createPost,
    renamePost,
    trashPost,
    restorePost,
    listTrash: () => trash.list(),
    finishRename,
  }
}
