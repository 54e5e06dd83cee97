import type { HostApi, HostEvent, PostSummary, Workspace } from '../../core/contract/index.ts'
import type { DocumentDesk } from './document-desk.ts'
import type { DocumentStore } from './document.ts'
import { type Notices, sentenceOf } from './notices.ts'
import { openPostKey } from './open-post-key.ts'
import type { SettingsStore } from './settings.ts'
import type { WorkspaceStore } from './workspace.ts'

/** Opens folders and keeps the list of posts up to date. */
export interface WorkspaceDesk {
  /** The folder of last time, with its open post; what the journal holds comes first. */
  start(): Promise<void>
  /** @throws when the folder cannot be opened; the one before stays open then */
  openFolder(folder: string): Promise<void>
  /** Reads the list again. */
  refresh(): Promise<void>
  onHostEvent(event: HostEvent): void
}

export interface WorkspaceDeskOptions {
  readonly host: HostApi
  readonly workspace: WorkspaceStore
  readonly settings: SettingsStore
  readonly document: DocumentStore
  readonly desk: DocumentDesk
  readonly notices: Notices
  /** Called with each folder that is opened, before its first post. */
  readonly onOpened: (workspace: Workspace) => void
  /** Called when its list and its first post are there. */
  readonly onShown: () => Promise<void>
}

export function createWorkspaceDesk(options: WorkspaceDeskOptions): WorkspaceDesk {
  const { host, workspace, settings, document, desk, notices } = options

  document.subscribe(() => {
    const { path, failure } = document.get()
    const remembered = settings.string(openPostKey, '')
    if (path && !failure && path !== remembered) settings.set('folder', openPostKey, path)
  })

  async function show(open: () => Promise<Workspace>): Promise<void> {
    workspace.send({ type: 'opening' })
    try {
      const opened = await open()
      options.onOpened(opened)
      const listing = host.listPosts()
      await Promise.all([
        listing.then(posts => workspace.send({ type: 'opened', workspace: opened, posts })),
        showFirstPost(listing),
      ])
      workspace.send({ type: 'settled' })
      await options.onShown()
    } catch (error) {
      workspace.send({ type: 'failed', reason: sentenceOf(error) })
    }
  }

  /** The text the journal holds, else the post of last time, which need not wait for the list, else the newest. */
  async function showFirstPost(listing: Promise<readonly PostSummary[]>): Promise<void> {
    const [recovered] = await Promise.all([desk.recover(), settings.load()])
    const before = recovered[0] ?? settings.string(openPostKey, '')
    if (before !== '' && !desk.wasAsked()) await desk.open(before)
    const posts = await listing
    // The writer may have opened another meanwhile.
    const { path, failure } = document.get()
    const nothingOpen = failure === undefined ? !desk.wasAsked() : path === before
    const newest = posts.find(post => post.kind === 'post') ?? posts[0]
    if (newest && nothingOpen) await desk.open(newest.path)
  }

  async function refresh(): Promise<void> {
    try {
      workspace.send({ type: 'listed', posts: await host.listPosts() })
    } catch (error) {
      notices.report(error)
    }
  }

  return {
    start: () => show(() => host.currentWorkspace()),
    async openFolder(folder) {
      const { path } = document.get()
      await desk.leaveFolder()
      try {
        const opened = await host.openWorkspace(folder)
        await show(async () => opened)
      } catch (error) {
        if (path !== undefined) await desk.open(path)
        throw error
      }
    },
    refresh,
    onHostEvent(event) {
      if (event.type === 'posts-changed' || event.type === 'publish-changed') void refresh()
    },
  }
}
