import { copyPathOf, draftPathOf, postPathOf } from '../../core/post/index.ts'
import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { moveKept } from '../export/kept-posts.ts'
import { today } from '../insert/today.ts'
import { mayChangeAddress } from '../share/address-change.ts'
import { moveCopied } from '../share/copied-addresses.ts'

/** What can be done with the open post as a file. */
export const postCommands: readonly Command[] = [
  {
    id: 'post.rename',
    label: 'Rename this post…',
    group: 'File',
    also: 'title slug file move',
    keys: ['Mod+Alt+R'],
    enabled: isOpen,
    run: ({ dialogs }) => dialogs.open('rename-post'),
  },
  {
    id: 'post.duplicate',
    label: 'Duplicate this post',
    group: 'File',
    also: 'save as copy',
    keys: ['Mod+Shift+S'],
    enabled: isOpen,
    run: duplicate,
  },
  {
    id: 'post.to-draft',
    label: 'Make this post a draft',
    group: 'File',
    also: 'unpublish',
    enabled: ({ document }) => draftPathOf(document.get().path ?? '') !== undefined,
    run: lectern => moveOpenPost(lectern, draftPathOf(openPath(lectern)), 'It is a draft now.'),
  },
  {
    id: 'post.to-post',
    label: 'Make this draft a post, dated today',
    group: 'File',
    also: 'publish draft',
    enabled: ({ document }) => postPathOf(document.get().path ?? '', today()) !== undefined,
    run: draftToPost,
  },
  {
    id: 'post.trash',
    label: 'Move this post to the trash',
    group: 'File',
    also: 'delete remove',
    enabled: isOpen,
    run: moveToTrash,
  },
  {
    id: 'board.open',
    label: 'Talks and what each lacks…',
    group: 'View',
    also: 'board overview missing video slides',
    keys: ['Mod+Shift+T', 'Mod+Alt+T'],
    run: ({ dialogs }) => dialogs.open('board'),
  },
  {
    id: 'post.history',
    label: 'Versions of this post…',
    group: 'File',
    also: 'history earlier restore recover backup',
    keys: ['Mod+Alt+H'],
    enabled: isOpen,
    run: ({ dialogs }) => dialogs.open('history'),
  },
]

function isOpen({ document }: Lectern): boolean {
  return document.get().path !== undefined
}

function openPath({ document }: Lectern): string {
  return document.get().path ?? ''
}

/**
 * Saves the open post, gives its file another path, and goes on in it.
 *
 * @returns whether the file was moved
 */
export async function moveFile(lectern: Lectern, to: string): Promise<boolean> {
  const { desk, host, settings, workspaceDesk } = lectern
  const from = openPath(lectern)
  if (to === from || !(await desk.save())) return false
  await host.renamePost(from, to)
  moveCopied(settings, from, to)
  moveKept(settings, from, to)
  await desk.renamed(to)
  await workspaceDesk.refresh()
  return true
}

/** The same with a message that takes it back. */
async function moveOpenPost(lectern: Lectern, to: string | undefined, said: string): Promise<void> {
  const { notices } = lectern
  const from = openPath(lectern)
  if (to === undefined || !(await mayChangeAddress(lectern, { path: to }))) return
  if (!(await moveFile(lectern, to))) return
  notices.show({
    kind: 'success',
    text: said,
    action: {
      label: 'Undo',
      run: () => void moveOpenPost(lectern, from, 'It is back.').catch(notices.report),
    },
  })
}

/** A draft has an address, too, which its own site shows while it is written: links to that follow. */
async function draftToPost(lectern: Lectern): Promise<void> {
  const { dialogs, editor, preview } = lectern
  const from = openPath(lectern)
  const to = postPathOf(from, today())
  const source = editor.text()
  if (to === undefined) return
  const [before, after] = await Promise.all([preview.placeOf(from, source), preview.placeOf(to, source)])
  await moveOpenPost(lectern, to, 'It is a post now.')
  if (!before || !after || openPath(lectern) !== to) return
  // The window is there before anybody moves a draft.
  const { findLinksTo, linksThatFollow } = await import('./links-to-post.ts')
  const links = linksThatFollow(await findLinksTo(lectern, to, before), before, after)
  if (links.length > 0) dialogs.open('follow-links', links)
}

async function duplicate({ desk, editor, host, workspace, workspaceDesk, document }: Lectern): Promise<void> {
  const { path } = document.get()
  if (path === undefined) return
  const copy = copyPathOf(path, new Set(workspace.get().posts.map(post => post.path)))
  await host.createPost(copy, editor.text())
  await workspaceDesk.refresh()
  await desk.open(copy)
}

async function moveToTrash({ desk, document, host, notices, workspaceDesk }: Lectern): Promise<void> {
  const { path } = document.get()
  if (path === undefined || !(await desk.save())) return
  await desk.close()
  const { trashId } = await host.trashPost(path)
  await workspaceDesk.refresh()
  const restore = async (): Promise<void> => {
    const restored = await host.restorePost(trashId)
    await workspaceDesk.refresh()
    await desk.open(restored.path)
  }
  notices.show({
    kind: 'info',
    text: `${path} is in the trash.`,
    action: { label: 'Undo', run: () => void restore().catch(notices.report) },
  })
}
