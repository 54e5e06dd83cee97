import type { HostApi, HostEvent, PostFile, RepoPath, Version, ViewState } from '../../core/contract/index.ts'
import { lineEdits, mergeTexts, minimalEdit } from '../../core/text/index.ts'
import type { Editor } from '../editor/editor.ts'
import type { DocumentStore } from './document.ts'
import { readShape, writeShape } from './file-shape.ts'
import type { Notices } from './notices.ts'
import { grewFrom, isGone, readPost, toDoc } from './read-post.ts'
import { readableText } from './readable-text.ts'
import { type DiskText, type Saver, type SaverHome, createSaver } from './saver.ts'
import type { SettingsStore } from './settings.ts'
import { type Shelf, createShelf } from './shelf.ts'
import { createViewKeeper } from './view-keeper.ts'

/** Both texts of a post that changed here and on disk. `theirs` is undefined when the file was removed. */
export interface Conflict {
  readonly path: RepoPath
  /** What both grew from, as far as is known. */
  readonly base: string
  readonly mine: string
  readonly theirs: string | undefined
  /** Of the file as it was last read or written here. */
  readonly version: Version
}

/** Which of two texts, or one that takes the place of both. */
export type TextChoice = 'keep-mine' | 'take-theirs' | { readonly text: string }

/** `at`: the text of a file that is gone goes on under this path. */
export type ConflictChoice = TextChoice | { readonly at: RepoPath }

/** Opens posts into the editor and keeps their text safe: saving, the journal, changes from outside. */
export interface DocumentDesk {
  /** Shows a post; the one before is saved and put aside with its undo history. `offset` is where to go in it. */
  open(path: RepoPath, offset?: number): Promise<void>
  /** Writes the open post now, whatever the autosave setting. @returns whether the file holds the text */
  save(): Promise<boolean>
  /** Puts what was typed into the journal now: the window may go. */
  keepNow(): void
  /** Whether a post of this folder was asked for, be it still on its way. */
  wasAsked(): boolean
  /** Whether this post is open here, or on its way. */
  holds(path: RepoPath): boolean
  /** Leaves the editor empty. */
  close(): Promise<void>
  /** Closes, and forgets what was put aside: another folder comes. */
  leaveFolder(): Promise<void>
  /** The open post has another path now. */
  renamed(path: RepoPath): Promise<void>
  /** What the journal holds from before, by path; the newest first. */
  recover(): Promise<readonly RepoPath[]>
  onHostEvent(event: HostEvent): void
  conflict(): Conflict | undefined
  /**
   * Ends the conflict as the writer chose over `seen`. A text takes the place of both.
   *
   * @returns false, and nothing done, when the file is another by now: the writer has to look again
   */
  resolveConflict(seen: Conflict, choice: ConflictChoice): Promise<boolean>
}

export interface DocumentDeskOptions {
  readonly host: HostApi
  readonly editor: Editor
  readonly document: DocumentStore
  readonly settings: SettingsStore
  readonly notices: Notices
  /** Shared by the desks of a window. */
  readonly shelf?: Shelf
}

/** What was found out while a file was read. */
interface Findings {
  /** What recovered text grew from, where that is not the file. */
  readonly base: DiskText | undefined
  /** What a post put aside knew of its file when the reading began. */
  readonly known: DiskText | undefined
  readonly seen?: ViewState | undefined
}

const snapshotMs = 150

/** Texts longer than this are snapped when the writer pauses: what reads a snapshot takes longer than a frame then. */
const longText = 200_000
const longSnapshotMs = 700
const mostAside = 24

export function createDocumentDesk(options: DocumentDeskOptions): DocumentDesk {
  const { host, editor, document, settings, notices } = options
  const { aside, recovered, missed, watchers } = options.shelf ?? createShelf()
  let saver: Saver | undefined
  let theirs: PostFile | undefined
  let snapshotTimer: ReturnType<typeof setTimeout> | undefined
  let opening = 0
  let wanted: RepoPath | undefined
  let looks = 0
  /** The file of the open post is being read, and what comes of it may be old news by then. */
  let isLooking = false
  let asked = false
  const views = createViewKeeper(host, editor, () => saver)

  watchers.add(seeElsewhere)
  editor.onChange(change => {
    if (change.docChanged && !change.loading) saver?.edited()
    snapSoon()
    if (!change.loading) views.touched()
  })

  function snapSoon(): void {
    const isLong = editor.doc().length > longText
    if (isLong) clearTimeout(snapshotTimer)
    if (isLong || snapshotTimer === undefined)
      snapshotTimer = setTimeout(takeSnapshot, isLong ? longSnapshotMs : snapshotMs)
  }

  function takeSnapshot(): void {
    clearTimeout(snapshotTimer)
    snapshotTimer = undefined
    if (!saver) return
    document.send({ type: 'snapshot', ...readableText(editor.doc()) })
    document.send({ type: 'selected', selection: editor.selection() })
  }

  function saverFor(path: RepoPath, shape: Saver['shape'], disk: DiskText): Saver {
    const created: Saver = createSaver({
      host,
      path,
      shape,
      disk,
      autosave: () => settings.boolean('editor.autosave', true),
      ...homeOf(path, () => created),
    })
    return created
  }

  function homeOf(path: RepoPath, self: () => Saver): SaverHome {
    return {
      doc: editor.doc,
      view: editor.viewState,
      onStatus: status => {
        if (saver !== self()) return tellElsewhere()
        document.send({ type: 'status', status })
        if (status.type === 'saved') views.touched()
      },
      onChangedOnDisk: () => void changedOutside(path),
    }
  }

  /** What was typed into the open post is saved or kept, before another takes its place. */
  async function settle(): Promise<void> {
    if (!saver) return
    views.keepNow()
    if (settings.boolean('editor.autosave', true)) await saver.save()
    await saver.settle()
  }

  function putAside(): void {
    if (!saver) return
    saver.park()
    aside.delete(saver.path)
    aside.set(saver.path, { parked: editor.park(), saver, editor })
    saver = undefined
    for (const [path, old] of aside) {
      if (aside.size <= mostAside) break
      if (!old.saver.isDirty()) aside.delete(path)
    }
  }

  async function open(path: RepoPath, offset?: number): Promise<void> {
    const turn = ++opening
    asked = true
    if (saver?.path !== path) {
      wanted = path
      missed.delete(path)
      const known = aside.get(path)?.saver.disk()
      const [file, seen] = await Promise.all([readPost(host, path), views.recall(path)])
      const base = await grewFrom(host, recovered.get(path), file)
      // The post before stays open, and kept, until the next one is here.
      if (turn === opening) await settle()
      if (turn !== opening) return
      putAside()
      if (!(file instanceof Error)) showFile(path, file, { base, known, seen: seen?.(file.version) })
      else if (isGone(file) && (aside.has(path) || recovered.has(path)))
        showFile(path, undefined, { base, known })
      else showFailure(path, file)
      wanted = undefined
      if (missed.delete(path)) void changedOutside(path)
    }
    if (offset !== undefined) editor.reveal(offset)
  }

  function tellElsewhere(): void {
    for (const watch of watchers) watch()
  }

  function seeElsewhere(): void {
    const dirty = [...aside].filter(([, left]) => left.saver.isDirty()).map(([path]) => path)
    document.send({ type: 'elsewhere', unsaved: [...new Set([...dirty, ...recovered.keys()])] })
  }

  async function close(): Promise<void> {
    const turn = ++opening
    wanted = undefined
    await settle()
    if (turn !== opening) return
    putAside()
    editor.load('', { readOnly: true })
    document.send({ type: 'closed' })
  }

  /** @param file undefined for a file that is gone, whose unsaved text is here */
  function showFile(path: RepoPath, file: PostFile | undefined, { base, known, seen }: Findings): void {
    const before = aside.get(path)
    const draft = recovered.get(path)
    aside.delete(path)
    recovered.delete(path)
    const { text, shape } = readShape(file?.source ?? draft?.source ?? '')
    const disk = base ?? { version: file?.version ?? '', doc: toDoc(text) }
    document.send({ type: 'opened', path, text, ...(file?.readOnly && { readOnly: file.readOnly }) })
    if (before) {
      const { parked, saver: left } = before
      const isOwn = before.editor === editor
      if (isOwn) editor.unpark(parked)
      else editor.adopt(parked)
      saver = left
      left.resume(isOwn ? undefined : homeOf(path, () => left))
      const { type } = left.status()
      // What was read is older than what was saved meanwhile.
      if (left.disk() !== known || type === 'saving') void changedOutside(path)
      else if (type === 'conflict' || left.disk().version !== file?.version) meet(file)
    } else if (draft && draft.source !== file?.source) {
      editor.load(readShape(draft.source).text, { ...(draft.view && { view: draft.view }) })
      saver = saverFor(path, shape, disk)
      saver.recovered()
      if (draft.baseVersion !== file?.version || !file) meet(file)
      notices.show({ kind: 'info', text: 'Edits that were not saved last time are back.' })
    } else {
      if (draft) host.dropDraft(path).catch(notices.report)
      editor.load(text, { readOnly: file?.readOnly !== undefined, ...(seen && { view: seen }) })
      saver = saverFor(path, shape, file ? { version: file.version, doc: toDoc(text) } : disk)
    }
    document.send({ type: 'status', status: saver.status() })
    tellElsewhere()
    takeSnapshot()
  }

  function showFailure(path: RepoPath, error: Error): void {
    editor.load('', { readOnly: true })
    document.send({ type: 'failed', path, reason: error.message })
  }

  /** The file is not what we read: join both texts where that is safe, otherwise ask. */
  function meet(file: PostFile | undefined): void {
    if (!saver) return
    if (!file) return enterConflict(undefined)
    const { text } = readShape(file.source)
    const disk = { version: file.version, doc: toDoc(text) }
    if (editor.doc().eq(saver.disk().doc)) {
      const edit = minimalEdit(editor.text(), text)
      if (edit) editor.applyFromOutside([edit])
      saver.rebase(disk)
      return takeSnapshot()
    }
    const merge = mergeTexts(saver.disk().doc.toString(), editor.text(), text)
    if (!merge.clean) return enterConflict(file)
    if (merge.edits.length > 0) editor.applyFromOutside(merge.edits)
    saver.rebase(disk)
    takeSnapshot()
    // A file that was gone for a moment has come back as it was.
    if (merge.edits.length === 0) return
    notices.show({
      kind: 'info',
      text: 'Another program changed this post. Its changes were joined with yours.',
    })
  }

  function enterConflict(file: PostFile | undefined): void {
    theirs = file
    saver?.conflict(file === undefined)
  }

  /** The text of a file that is gone goes on in the one it was renamed to, or in a new one. */
  async function goOnElsewhere(path: RepoPath, gone: Saver): Promise<void> {
    const doc = editor.doc()
    const stands = await readPost(host, path)
    const isRenamed = !(stands instanceof Error) && stands.version === gone.disk().version
    const disk = isRenamed
      ? gone.disk()
      : { version: (await host.createPost(path, writeShape(doc.toString(), gone.shape))).version, doc }
    if (saver === gone) await goOnAt(path, gone, disk)
  }

  async function goOnAt(path: RepoPath, before: Saver, disk: DiskText): Promise<void> {
    const done = before.end()
    const next = saverFor(path, before.shape, disk)
    saver = next
    theirs = undefined
    document.send({ type: 'renamed', path })
    document.send({ type: 'status', status: next.status() })
    if (next.isDirty()) next.edited()
    await done
    // What was typed while the file got its name may be kept under the old one.
    await next.settle()
    await host.dropDraft(before.path)
  }

  /** One text takes the place of both. */
  async function takeText(file: PostFile, choice: ConflictChoice, mine: string): Promise<void> {
    const { text } = readShape(file.source)
    const edits = lineEdits(mine, chosenText(choice, { mine, theirs: text }))
    if (edits.length > 0) editor.applyFromOutside(edits)
    saver?.rebase({ version: file.version, doc: toDoc(text) })
    await saver?.save()
  }

  /** The text of a file that is gone becomes a file again. */
  async function writeAgain(gone: Saver): Promise<void> {
    const doc = editor.doc()
    const { version } = await host.createPost(gone.path, writeShape(doc.toString(), gone.shape))
    // The writer may be in another post by now, and another program at this one.
    gone.rebase({ version, doc })
    await changedOutside(gone.path)
  }

  /** What the writer has here goes with the file that is gone. */
  async function letGo(gone: Saver): Promise<void> {
    const done = gone.end()
    saver = undefined
    editor.load('', { readOnly: true })
    document.send({ type: 'closed' })
    await done
    await host.dropDraft(gone.path)
  }

  async function changedOutside(path: RepoPath): Promise<void> {
    if (saver?.path !== path) return void missed.add(path)
    const look = ++looks
    isLooking = true
    try {
      await lookAt(path, look)
    } finally {
      if (look === looks) isLooking = false
    }
  }

  async function lookAt(path: RepoPath, look: number): Promise<void> {
    for (;;) {
      const looked = saver
      await looked?.idle()
      const known = looked?.disk()
      const file = await readPost(host, path)
      if (saver?.path !== path || saver !== looked || look !== looks) return
      // What was read is older than what was saved meanwhile.
      if (saver.disk() !== known || saver.status().type === 'saving') continue
      if (!(file instanceof Error)) return meet(file)
      if (isGone(file)) return enterConflict(undefined)
      return notices.report(file)
    }
  }

  return {
    open,
    async save() {
      return (await saver?.save()) ?? false
    },
    keepNow() {
      void saver?.keep()
      views.keepNow()
    },
    close,
    wasAsked: () => asked,
    holds: path => wanted === path || saver?.path === path,
    async leaveFolder() {
      await close()
      asked = false
      for (const left of aside.values()) void left.saver.end()
      aside.clear()
      recovered.clear()
    },
    async renamed(path) {
      if (saver) await goOnAt(path, saver, saver.disk())
    },
    async recover() {
      const drafts = await host.recoverDrafts()
      const newestFirst = drafts.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt))
      for (const draft of newestFirst) recovered.set(draft.path, draft)
      tellElsewhere()
      return [...recovered.keys()]
    },
    onHostEvent(event) {
      // Nobody tells of a file that is not known any more: whether it is back is seen with the list.
      const gone = event.type === 'posts-changed' ? conflict() : undefined
      if (gone && gone.theirs === undefined) void changedOutside(gone.path)
      if (event.type !== 'post-changed') return
      const isKnown = event.version === saver?.disk().version && saver?.status().type !== 'conflict'
      if (saver?.path !== event.path || !isKnown || isLooking) void changedOutside(event.path)
    },
    conflict,
    async resolveConflict(seen, choice) {
      const now = conflict()
      if (!saver || !now || now.path !== seen.path || now.theirs !== seen.theirs) return false
      if (typeof choice === 'object' && 'text' in choice && now.mine !== seen.mine) return false
      if (typeof choice === 'object' && 'at' in choice && choice.at !== now.path) {
        await goOnElsewhere(choice.at, saver)
        return true
      }
      if (theirs) await takeText(theirs, choice, now.mine)
      else if (choice === 'take-theirs') await letGo(saver)
      else await writeAgain(saver)
      return true
    },
  }

  function conflict(): Conflict | undefined {
    if (saver?.status().type !== 'conflict') return undefined
    return {
      path: saver.path,
      base: saver.disk().doc.toString(),
      mine: editor.text(),
      theirs: theirs && readShape(theirs.source).text,
      version: saver.disk().version,
    }
  }
}

function chosenText(
  choice: ConflictChoice,
  { mine, theirs }: { readonly mine: string; readonly theirs: string },
): string {
  if (choice === 'take-theirs') return theirs
  return typeof choice === 'object' && 'text' in choice ? choice.text : mine
}
