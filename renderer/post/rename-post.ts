import { type PostRename, planRename, readFrontMatter } from '../../core/post/index.ts'
import { applyEdits, invertEdits } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { moveFile } from './commands.ts'
import type { FollowingLink } from './links-to-post.ts'
import { type TakeBack, mendLinks } from './mend-links.ts'

export interface RenameRequest {
  readonly change: PostRename
  /** False leaves the file where it is. */
  readonly movesFile: boolean
  /** Links of other posts that follow. */
  readonly links: readonly FollowingLink[]
}

/** Renames the open post with its file and the links of other posts; one button takes all of it back. */
export async function renameOpenPost(lectern: Lectern, request: RenameRequest): Promise<void> {
  const { document, editor, notices } = lectern
  const from = document.get().path ?? ''
  const source = editor.text()
  const before = titleAndSlug(source)
  const { path, edits } = planRename(source, from, request.change)
  const to = request.movesFile ? path : from
  if (edits.length > 0) editor.apply({ edits }, 'Changed the front matter', { stay: true })
  const renamed = applyEdits(source, edits)
  if (to === from && request.links.length === 0) return
  if (to !== from && !(await moveFile(lectern, to))) return
  const takeLinksBack = await follow(lectern, request.links)
  const undo = async (): Promise<void> => {
    if (to !== from && !(await moveFile(lectern, from))) return
    const back =
      editor.text() === renamed ? invertEdits(source, edits) : planRename(editor.text(), from, before).edits
    if (edits.length > 0) editor.apply({ edits: back }, 'Took the new name back', { stay: true })
    await takeLinksBack?.()
  }
  const said = to === from ? 'Its address is another one now.' : `It is called ${to} now.`
  notices.show({
    kind: 'success',
    text: takeLinksBack === undefined ? said : `${said}${linksSentence(request.links.length)}`,
    action: { label: 'Undo', run: () => void undo().catch(notices.report) },
  })
}

function titleAndSlug(source: string): PostRename {
  const { title, slug, date } = readFrontMatter(source).data
  const day = typeof date === 'string' ? date.slice(0, 'YYYY-MM-DD'.length) : undefined
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof slug === 'string' && { slug }),
    ...(day !== undefined && { date: day }),
  }
}

/** Where a post changed meanwhile, all links stay, and the writer is told. */
async function follow(lectern: Lectern, links: readonly FollowingLink[]): Promise<TakeBack | undefined> {
  if (links.length === 0) return undefined
  try {
    return await mendLinks(lectern, links)
  } catch (error) {
    lectern.notices.report(error)
    return undefined
  }
}

function linksSentence(count: number): string {
  return count === 1 ? ' A link of another post follows.' : ` ${count} links of other posts follow.`
}
