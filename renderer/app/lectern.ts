import type { HostApi, HostInfo } from '../../core/contract/index.ts'
import { type Beside, createBeside } from '../beside/beside.ts'
import { type Editor, createEditor } from '../editor/editor.ts'
import type { InsertMenu } from '../editor/insert-menu.ts'
import type { Connection } from '../host/connection.ts'
import { startWorker } from '../host/start-worker.ts'
import { type EmbedQueue, createEmbedQueue } from '../panels/embed-queue.ts'
import { choosePaste } from '../insert/commands.ts'
import { type EmbedHabits, createEmbedHabits } from '../insert/embed-habits.ts'
import { createWindowPasting } from '../paste/window-pasting.ts'
import { type Posters, createPosters } from '../panels/posters.ts'
import type { FrameChannel } from '../preview/frame-channel.ts'
import { type LinkMemory, createLinkMemory } from '../links/link-memory.ts'
import { type PdfPages, createPdfPages } from '../preview/pdf/pdf-pages.ts'
import { type Preview, createPreview } from '../preview/preview.ts'
import type { RenderAhead } from '../preview/render-ahead.ts'
import { type ProblemStore, createProblemStore } from '../problems/problem-store.ts'
import { followLevels } from '../problems/problem-levels.ts'
import { watchProblems } from '../problems/watch-problems.ts'
import { type Spelling, createSpelling } from '../spelling/spelling.ts'
import { type DocumentDesk, createDocumentDesk } from '../state/document-desk.ts'
import { type DocumentStore, createDocumentStore } from '../state/document.ts'
import { type Notices, createNotices } from '../state/notices.ts'
import { type RenderedPageStore, createRenderedPageStore } from '../state/rendered-page.ts'
import { type SettingsStore, createSettingsStore } from '../state/settings.ts'
import { type Shelf, createShelf } from '../state/shelf.ts'
import { type WorkspaceDesk, createWorkspaceDesk } from '../state/workspace-desk.ts'
import { type WorkspaceStore, createWorkspaceStore } from '../state/workspace.ts'
import { type DialogStore, createDialogStore } from './dialog-store.ts'
import { createInsertMenu } from './insert-menu.ts'
import { firstSight } from './first-sight.ts'
import { type KeyHold, createKeyHold } from './key-hold.ts'
import { shownKeys } from './keys.ts'
import { readOwnKeys } from './own-keys.ts'

/** The parts of the window, each made once. Components reach it by `useLectern()`; commands get it handed in. */
export interface Lectern {
  readonly host: HostApi
  readonly info: HostInfo
  readonly connection: Connection
  readonly settings: SettingsStore
  readonly notices: Notices
  readonly dialogs: DialogStore
  /** What is struck while the place it is meant for is on its way. */
  readonly keys: KeyHold
  /** The open folder and its list. */
  readonly workspace: WorkspaceStore
  readonly workspaceDesk: WorkspaceDesk
  /** The open post: what is known of it, the text itself, and opening and saving. */
  readonly document: DocumentStore
  readonly editor: Editor
  readonly desk: DocumentDesk
  /** The rendered post: what is known of it, and the frame that shows it. */
  readonly page: RenderedPageStore
  readonly preview: Preview
  /** What is known of the links of all posts. */
  readonly links: LinkMemory
  /** What is wrong with the open post, or may be. */
  readonly problems: ProblemStore
  readonly spelling: Spelling
  /** Embeds that wait for the network. */
  readonly embedQueue: EmbedQueue
  /** The stored pictures of embeds. */
  readonly posters: Posters
  /** Pages of the PDFs of the site. */
  readonly pdfPages: PdfPages
  /** The second post of the window. */
  readonly beside: Beside
  /** Resolves once the first post is in sight. What nobody waits for asks the host after that. */
  readonly inSight: Promise<void>
}

export interface LecternOptions {
  readonly connection: Connection
  readonly info: HostInfo
  readonly channel: FrameChannel
  readonly rendering: RenderAhead
}

export function createLectern({ connection, info, channel, rendering }: LecternOptions): Lectern {
  const { host } = connection
  const notices = createNotices()
  const settings = createSettingsStore(host, notices.report)
  const keys = createKeyHold(info.platform === 'mac')
  const dialogs = createDialogStore(keys.giveFocusBack)
  const links = createLinkMemory(host, notices.report)
  const shelf = createShelf()
  const embedHabits = createEmbedHabits(host, notices.report)
  const choiceKeys = (): string => shownKeys(choosePaste, info, readOwnKeys(settings)) ?? ''
  const insertMenu = createInsertMenu({ settings, info, current: () => beside.current() })
  const shared = {
    host,
    links,
    notices,
    settings,
    shelf,
    embedHabits,
    choiceKeys,
    insertMenu,
    embedQueue: () => embedQueue,
  }
  const post = createPost(shared, 'Text of the post')
  const { document, editor, page } = post
  const beside = createBeside({
    first: () => lectern,
    createSecond: () => {
      const second = createPost({ ...shared, sitePage: page }, 'Text of the second post')
      return { ...lectern, ...second, desk: goingTo(() => lectern, second) }
    },
  })
  const desk: DocumentDesk = {
    ...goingTo(() => beside.lectern(), post),
    async leaveFolder() {
      await beside.leaveFolder()
      await post.desk.leaveFolder()
    },
  }
  const embedQueue: EmbedQueue = createEmbedQueue({
    desk,
    host,
    notices,
    settings,
    openPosts: () => [lectern, beside.lectern()].filter(each => each !== undefined),
  })
  const workspace = createWorkspaceStore()
  const inSight = firstSight(page)
  const posters = createPosters(host)
  const pdfPages = createPdfPages({ host, startWorker: () => startWorker('pdf') })
  const preview = createPreview({
    host,
    info,
    channel,
    rendering,
    editor,
    document,
    page,
    settings,
    notices,
    posters,
    pdfPages,
  })
  const workspaceDesk = createWorkspaceDesk({
    host,
    workspace,
    settings,
    document,
    desk,
    notices,
    onOpened: opened => {
      void preview.openSite(opened.folder)
      links.refresh()
      void inSight.then(embedQueue.refresh)
      embedHabits.forget()
    },
    onShown: beside.restore,
  })
  connection.events(event => {
    desk.onHostEvent(event)
    beside.onHostEvent(event)
    workspaceDesk.onHostEvent(event)
    preview.onHostEvent(event)
    if (event.type === 'posts-changed') {
      links.refresh()
      embedHabits.mayHaveChanged()
    }
  })
  const lectern: Lectern = {
    ...post,
    host,
    info,
    connection,
    settings,
    notices,
    dialogs,
    keys,
    workspace,
    workspaceDesk,
    desk,
    preview,
    links,
    embedQueue,
    posters,
    pdfPages,
    beside,
    inSight,
  }
  return lectern
}

interface SharedParts extends Pick<Lectern, 'host' | 'links' | 'notices' | 'settings'> {
  /** The rendered page of the first post, which tells of the site. */
  readonly sitePage?: RenderedPageStore
  readonly shelf: Shelf
  readonly embedHabits: EmbedHabits
  /** Made after the first editor. */
  readonly embedQueue: () => EmbedQueue
  readonly insertMenu: InsertMenu
  /** The keys to the chooser that follows a paste, as people read them. */
  readonly choiceKeys: () => string
}

type PostParts = Pick<Lectern, 'document' | 'editor' | 'desk' | 'page' | 'problems' | 'spelling'>

/** What there is once for each post that is open. @param name what screen readers call its text */
function createPost(shared: SharedParts, name: string): PostParts {
  const {
    host,
    links,
    notices,
    settings,
    shelf,
    embedHabits,
    embedQueue,
    insertMenu,
    choiceKeys: keys,
  } = shared
  const document = createDocumentStore()
  const pasting = createWindowPasting({ host, document, settings, links, embedHabits, embedQueue, keys })
  const editor = createEditor({ labels: links.get, targets: host, insertMenu, name, pasting })
  const desk = createDocumentDesk({ host, editor, document, settings, notices, shelf })
  const page = createRenderedPageStore()
  const problems = createProblemStore()
  watchProblems({ editor, document, page, problems })
  followLevels(settings, problems)
  const spelling = createSpelling({
    editor,
    document,
    settings,
    host,
    sitePage: shared.sitePage ?? page,
    report: notices.report,
  })
  let seen = document.get().status
  document.subscribe(() => {
    const { path, status } = document.get()
    if (status === seen) return
    seen = status
    if (status.type !== 'saved') return
    links.refresh()
    embedHabits.mayHaveChanged()
    if (path !== undefined) embedQueue().saved(path)
  })
  return { document, editor, desk, page, problems, spelling }
}

/** The desk of a post that leads to the other editor for what is open there: no text is in two of them. */
function goingTo(other: () => Lectern | undefined, { desk }: PostParts): DocumentDesk {
  return {
    ...desk,
    async open(path, offset) {
      const there = other()
      if (!there?.desk.holds(path)) return desk.open(path, offset)
      await there.desk.open(path, offset)
      there.editor.focus()
    },
  }
}
