import type { HostEvent, RepoPath } from '../../core/contract/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { layoutKeys, readLayout } from '../app/use-layout.ts'
import { type Store, createStore } from '../state/store.ts'

export interface BesideState {
  readonly isOpen: boolean
  /** The writer was last at work in it: commands, panels and status bar are about this post. */
  readonly isCurrent: boolean
}

/** A second post, in place of the preview, with an editor, problems, spelling and saving of its own. */
export interface Beside extends Pick<Store<BesideState, never>, 'get' | 'subscribe'> {
  /** The window with its first post. */
  first(): Lectern
  /** The window with the second post in place of the first; undefined before there was one. */
  lectern(): Lectern | undefined
  /** The window with the post that the writer was last at work in. */
  current(): Lectern
  makeCurrent(isCurrent: boolean): void
  /** Shows a post beside, and puts the cursor into it. The post of the window itself stays where it is. */
  open(path: RepoPath): Promise<void>
  /** Saves it, and gives the place back to the preview. */
  close(): Promise<void>
  /** The two posts change places. */
  swap(): Promise<void>
  /** Opens what was beside when the folder was left. */
  restore(): Promise<void>
  /** Closes it until the folder is opened again. */
  leaveFolder(): Promise<void>
  onHostEvent(event: HostEvent): void
}

export interface BesideOptions {
  /** The window with its first post. */
  readonly first: () => Lectern
  /** Makes the parts of the second post, when they are first needed. */
  readonly createSecond: () => Lectern
}

/** The post that lay beside when the folder was last left. */
const besidePostKey = 'session.beside-post'

export function createBeside({ first, createSecond }: BesideOptions): Beside {
  const store = createStore<BesideState, Partial<BesideState>>(
    { isOpen: false, isCurrent: false },
    (state, change) => ({ ...state, ...change }),
  )
  let second: Lectern | undefined
  /** The posts change places: an empty editor means nothing. */
  let swapping = false

  function made(): Lectern {
    if (second) return second
    const created = createSecond()
    second = created
    created.document.subscribe(() => {
      const { path, failure } = created.document.get()
      if (!store.get().isOpen || swapping) return
      if (path === undefined) hide()
      else if (failure === undefined) remember(path)
    })
    return created
  }

  function remember(path: RepoPath | ''): void {
    const { settings } = first()
    if (settings.string(besidePostKey, '') !== path) settings.set('folder', besidePostKey, path)
  }

  async function show(path: RepoPath): Promise<boolean> {
    if (first().desk.holds(path)) return false
    await made().desk.open(path)
    store.send({ isOpen: true })
    remember(path)
    return true
  }

  /** The editor of the second post is there only once its pane is, which React shows before that. */
  function focusSecond(): void {
    queueMicrotask(() => second?.editor.focus())
  }

  function hide(): void {
    remember('')
    store.send({ isOpen: false, isCurrent: false })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    first,
    lectern: () => second,
    current: () => (second && store.get().isCurrent ? second : first()),
    makeCurrent(isCurrent) {
      if (store.get().isCurrent !== isCurrent) store.send({ isCurrent })
    },
    async open(path) {
      const { notices, settings } = first()
      if (!(await show(path)))
        return void notices.show({ kind: 'info', text: 'This post is open already: choose another one.' })
      if (readLayout(settings).view !== 'both') settings.set('user', layoutKeys.view, 'both')
      focusSecond()
    },
    async close() {
      if (!second) return
      await second.desk.close()
      hide()
      first().editor.focus()
    },
    async swap() {
      const here = first().document.get().path
      const there = second?.document.get().path
      if (!second || there === undefined) return
      swapping = true
      try {
        await second.desk.close()
        await first().desk.open(there)
        if (here !== undefined) await second.desk.open(here)
      } finally {
        swapping = false
      }
      if (here === undefined) hide()
      else remember(here)
      store.send({ isCurrent: false })
      first().editor.focus()
    },
    async restore() {
      const { settings, workspace } = first()
      if (readLayout(settings).view === 'preview') return
      const path = settings.string(besidePostKey, '')
      if (workspace.get().posts.some(post => post.path === path)) await show(path)
    },
    async leaveFolder() {
      store.send({ isOpen: false, isCurrent: false })
      await second?.desk.leaveFolder()
    },
    onHostEvent: event => second?.desk.onHostEvent(event),
  }
}
