import type { HostApi, HostEvent, HostInfo, RepoPath } from '../../core/contract/index.ts'
import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import type { Editor, EditorChange } from '../editor/editor.ts'
import type { DocumentStore } from '../state/document.ts'
import type { Notices } from '../state/notices.ts'
import type { RenderedPageStore } from '../state/rendered-page.ts'
import type { SettingsStore } from '../state/settings.ts'
import { afterFrame } from './after-frame.ts'
import type { BlockPatch } from './block-patch.ts'
import { offsetOfWords } from './find-words.ts'
import type { FrameChannel } from './frame-channel.ts'
import { frameAddress, frameLook } from './frame-look.ts'
import type { FrameLook, FromFrame } from './frame-protocol.ts'
import { chosenJekyll } from './jekyll-choice.ts'
import { keepKeys } from './keep-keys.ts'
import { type PreviewStore, createPreviewStore } from './preview-state.ts'
import { type PreviewView, chosenView, dressedKey, previewViewOf } from './preview-view.ts'
import type { RenderAhead } from './render-ahead.ts'
import type { PublishedPlace } from './render-protocol.ts'
import { type Rendered, createRenderService } from './render-service.ts'
import type { RenderedShell } from './renderer.ts'
import type { PdfPages } from './pdf/pdf-pages.ts'
import { createShownPdfs } from './pdf/shown-pdfs.ts'
import { type RemoteTheme, createRemoteTheme } from './remote-theme.ts'
import { createToldEmbeds } from './told-embeds.ts'
import type { Posters } from '../panels/posters.ts'
import { followEditorScroll } from './scroll-sync.ts'

/** Keeps the preview frame true to the editor. */
export interface Preview {
  /** What is known besides what the frame shows. */
  readonly state: Pick<PreviewStore, 'get' | 'subscribe'>
  /** The theme in another repository that the site names. */
  readonly remoteTheme: RemoteTheme
  /** Moves the frame into its place in the window. */
  moveInto(place: HTMLElement): void
  /** While nobody sees it, the post is rendered in pauses only, for what the panels say of it. */
  setVisible(visible: boolean): void
  /** Reads the site of the folder (an absolute path) that was opened. */
  openSite(folder: string): Promise<void>
  onHostEvent(event: HostEvent): void
  /** A service told something new about an embed. */
  embedsTold(): void
  /** Combinations of keys pressed while the preview had the keyboard. */
  onKeys(listen: (keys: string) => void): () => void
  /** Where a post would be published with this path and front matter; undefined where nobody can say in time. */
  placeOf(path: RepoPath, source: string): Promise<PublishedPlace | undefined>
  /** A link that was clicked in the preview. */
  onLink(listen: (url: string) => void): () => void
}

export interface PreviewOptions {
  readonly host: HostApi
  readonly info: HostInfo
  readonly channel: FrameChannel
  readonly rendering: RenderAhead
  readonly editor: Editor
  readonly document: DocumentStore
  readonly page: RenderedPageStore
  readonly settings: SettingsStore
  readonly notices: Notices
  readonly posters: Posters
  readonly pdfPages: PdfPages
}

const hiddenRenderMs = 1_000

/** A longer text takes a core for some frames to render; the one that shows the key goes first. */
const longText = 200_000

/** The layout is rendered anew after a pause in typing: it rarely shows what is being written. */
const shellPauseMs = 300

export const scrollSyncKey = 'preview.scroll-sync'

export function createPreview(options: PreviewOptions): Preview {
  const { host, info, channel, editor, document, page, settings, notices } = options
  const keyListeners = new Set<(keys: string) => void>()
  const linkListeners = new Set<(url: string) => void>()
  const allowedPictures = new Set<string>()
  let shownPath: string | undefined
  let openPath: string | undefined
  let edited = false
  /** The first render for a page that is not there yet. */
  let held: Rendered | undefined
  let visible = true
  let folder = ''
  let site: SiteSnapshot | undefined
  let lastJekyll: ReturnType<typeof chosenJekyll>
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined
  const state = createPreviewStore()
  const remoteTheme = createRemoteTheme(host)
  /** Counts when what stands around the content may have changed, or a page came that does not have it. */
  let shellChanges = 1
  /** Up to which of these the last render, and what is shown, are new. */
  let shellRendered = 0
  let shellShown = 0
  let shellPath: string | undefined
  let shellTimer: ReturnType<typeof setTimeout> | undefined

  const renderer = createRenderService({
    rendering: options.rendering,
    post: () => {
      const { path, failure } = document.get()
      if (path === undefined || failure !== undefined || held) return undefined
      const shell = mayShowSite() && (shellShown < shellChanges || path !== shellPath)
      if (shell) shellRendered = shellChanges
      return { path, doc: editor.doc(), shell, html: view() === 'html' }
    },
    onBegun: ({ shell }) => {
      if (shell) shellRendered = shellChanges
    },
    onRendered: show,
    onSite: foundJekyll => state.send({ type: 'site', foundJekyll }),
    onTrouble: reason => page.send({ type: 'trouble', reason }),
  })
  const requestAfterFrame = afterFrame(() => renderer.request())
  const scroll = followEditorScroll(editor, line => {
    if (settings.boolean(scrollSyncKey, true)) channel.send({ type: 'scroll', line })
  })

  const told = createToldEmbeds({
    host,
    posters: options.posters,
    text: editor.text,
    tell: embeds => channel.send({ type: 'told', embeds }),
  })

  const keys = keepKeys(channel)

  const pdfs = createShownPdfs(options.pdfPages, pdf => channel.send({ type: 'pdf', pdf }))

  function show(result: Rendered): void {
    const { page: rendered, post, patch, lines } = result
    page.send({ type: 'rendered', page: rendered })
    if (result.html !== undefined) state.send({ type: 'html', html: result.html })
    if (result.shell) takeShell(result.shell, rendered.path)
    if (!channel.isOpen()) {
      if (isFromNothing(patch)) held = result
      return
    }
    const fresh = rendered.path !== shownPath
    shownPath = rendered.path
    if (fresh) pdfs.forget()
    channel.send({ type: 'post', post, fresh })
    if (result.shell) {
      const { shell, siteVersion } = result.shell
      channel.send({ type: 'shell', shell, siteVersion })
    }
    const editedLine = edited && !fresh ? editor.cursorLine() : undefined
    edited = false
    if (fresh) afterwards(scrollAlong)
    channel.send({ type: 'patch', patch, lines, ...(editedLine !== undefined && { editedLine }) })
    told.follow()
  }

  function scrollAlong(): void {
    channel.send({ type: 'scroll', line: editor.topLine() })
  }

  function view(): PreviewView {
    return previewViewOf(settings, state.get().isDressed)
  }

  /** Whether the layout counts: it is shown, or would be if it had a style. */
  function mayShowSite(): boolean {
    return (chosenView(settings) ?? 'page') === 'page'
  }

  function takeShell({ shell, isDressed, differences }: RenderedShell, path: string | undefined): void {
    shellShown = shellRendered
    shellPath = path
    state.send({ type: 'shell', isBare: shell.type === 'none', isDressed, differences })
    lastView = view()
    channel.show(frameUrl())
    if (settings.boolean(dressedKey, false) !== isDressed) settings.set('folder', dressedKey, isDressed)
  }

  function requestShellSoon(): void {
    clearTimeout(shellTimer)
    if (!mayShowSite()) return
    shellTimer = setTimeout(() => {
      shellChanges++
      requestRender()
    }, shellPauseMs)
  }

  /** The page is there, and empty. */
  function greet(): void {
    shownPath = undefined
    channel.send({ type: 'look', look: look() })
    told.tellAgain()
    pdfs.forget()
    const first = held
    held = undefined
    if (!first) {
      shellChanges++
      return renderer.forget()
    }
    show(first)
    renderer.request()
  }

  /** When the editor has measured and scrolled what it was given. */
  function afterwards(act: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(act))
  }

  function hear(message: FromFrame): void {
    switch (message.type) {
      case 'ready':
        greet()
        break
      case 'scrolled':
        if (settings.boolean(scrollSyncKey, true)) scroll.to(message.line)
        break
      case 'clicked':
        editor.reveal(offsetOfWords(editor.doc(), message))
        break
      case 'link':
        for (const listen of linkListeners) listen(message.url)
        break
      case 'keys':
        for (const listen of keyListeners) listen(message.keys)
        break
      case 'picture':
        allowedPictures.add(message.url)
        changeLook()
        break
      case 'keys-taken':
        keys.giveBack()
        break
      case 'pdf':
        pdfs.want(message.path, message.page)
        break
      case 'open-pdf':
        host.openSitePdf(message.path).catch(notices.report)
        break
      case 'differs':
        state.send({ type: 'page', differences: message.differences, hosts: message.hosts })
        break
    }
  }

  const look = (): FrameLook => frameLook(settings, allowedPictures)

  function frameUrl(): string {
    const showsSite = view() === 'page' && !state.get().isBare
    return frameAddress(info, look(), showsSite)
  }

  let lastLook = ''
  function changeLook(): void {
    const next = look()
    if (JSON.stringify(next) !== lastLook) channel.send({ type: 'look', look: next })
    lastLook = JSON.stringify(next)
    channel.show(frameUrl())
  }

  let lastView = view()
  function changeView(): void {
    if (view() === lastView) return
    lastView = view()
    shellChanges++
    channel.show(frameUrl())
    renderer.request()
  }

  /** The site as the Jekyll of the settings builds it. */
  function giveSite(): void {
    if (!site) return
    lastJekyll = chosenJekyll(settings)
    shellChanges++
    renderer.setSite({ snapshot: site, folder, jekyll: lastJekyll })
  }

  function changeJekyll(): void {
    if (chosenJekyll(settings) !== lastJekyll) giveSite()
  }

  async function readSite(): Promise<void> {
    const wanted = folder
    try {
      const snapshot = await host.readSite()
      if (wanted !== folder) return
      site = snapshot
      remoteTheme.follow(snapshot.remoteTheme)
      giveSite()
    } catch (error) {
      notices.report(error)
    }
  }

  function onEdit(change: EditorChange): void {
    if (!change.docChanged) return
    if (!change.loading) edited = true
    requestRender()
    requestShellSoon()
  }

  function requestRender(): void {
    clearTimeout(hiddenTimer)
    if (visible && editor.doc().length > longText) requestAfterFrame()
    else if (visible) renderer.request()
    else hiddenTimer = setTimeout(() => renderer.request(), hiddenRenderMs)
  }

  channel.listen(hear)
  editor.onChange(onEdit)
  settings.subscribe(changeLook)
  settings.subscribe(changeView)
  settings.subscribe(changeJekyll)
  document.subscribe(() => {
    const { path } = document.get()
    // The editor has the text of a post a moment after it counts as open.
    if (path !== shownPath) queueMicrotask(() => renderer.request())
    else if (path !== openPath) afterwards(scrollAlong)
    openPath = path
  })

  return {
    state,
    remoteTheme,
    moveInto: channel.moveInto,
    placeOf: renderer.placeOf,
    setVisible(next) {
      visible = next
      if (visible) requestRender()
    },
    onHostEvent(event) {
      remoteTheme.onHostEvent(event)
      if (event.type !== 'site-changed') return
      pdfs.refresh()
      void readSite()
    },
    embedsTold: told.refresh,
    onKeys: listen => subscribe(keyListeners, listen),
    onLink: listen => subscribe(linkListeners, listen),
    async openSite(opened) {
      folder = opened
      site = undefined
      allowedPictures.clear()
      state.send({ type: 'cleared' })
      remoteTheme.follow(undefined)
      await readSite()
    },
  }
}

/** A page that shows nothing yet can take it. */
function isFromNothing({ start, end, middle }: BlockPatch): boolean {
  return start === 0 && end === 0 && middle.every(entry => !('keep' in entry || 'change' in entry))
}

function subscribe<T>(listeners: Set<T>, listen: T): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}
