import type { Replacement, RepoPath } from '../../core/contract/index.ts'
import { type InboundEdits, type PostRename, planRename, readFrontMatter } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { tellWritten } from '../beside/open-desks.ts'
import { moveFile } from './commands.ts'
import type { LinkingPost } from './use-linking-posts.ts'

export interface RenameRequest {
  readonly change: PostRename
  /** False leaves the file where it is. */
  readonly movesFile: boolean
  /** Posts whose links follow. */
  readonly linking: readonly LinkingPost[]
}

/** Renames the open post with its file and the links of other posts; one button takes all of it back. */
export async function renameOpenPost(lectern: Lectern, request: RenameRequest): Promise<void> {
  const { document, editor, host, notices } = lectern
  const from = document.get().path ?? ''
  const before = titleAndSlug(editor.text())
  const plan = planRename(editor.text(), from, request.change, request.linking)
  if (plan.edits.length > 0) editor.apply({ edits: plan.edits }, 'Changed the front matter', { stay: true })
  if (!request.movesFile || plan.path === from) return
  if (!(await moveFile(lectern, plan.path))) return
  const replaceId = await follow(lectern, plan.inbound, request.linking)
  const undo = async (): Promise<void> => {
    if (!(await moveFile(lectern, from))) return
    const back = planRename(editor.text(), from, before)
    if (plan.edits.length > 0) editor.apply({ edits: back.edits }, 'Took the new name back', { stay: true })
    if (replaceId === undefined) return
    await host.undoReplace(replaceId)
    tellWritten(
      lectern,
      plan.inbound.map(post => post.path),
    )
  }
  notices.show({
    kind: 'success',
    text: `It is called ${plan.path} now.${linksSentence(plan.inbound.length)}`,
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

/** Writes the links of other posts anew; where one changed meanwhile, all stay, and the writer is told. */
async function follow(
  lectern: Lectern,
  inbound: readonly InboundEdits[],
  linking: readonly LinkingPost[],
): Promise<string | undefined> {
  const { host, notices } = lectern
  const versions = new Map<RepoPath, string>(linking.map(({ path, version }) => [path, version]))
  const replacements: Replacement[] = inbound.map(({ path, edits }) => ({
    path,
    baseVersion: versions.get(path)!,
    edits,
  }))
  if (replacements.length === 0) return undefined
  try {
    const { replaceId } = await host.replaceInPosts(replacements)
    tellWritten(lectern, [...versions.keys()])
    return replaceId
  } catch (error) {
    notices.report(error)
    return undefined
  }
}

function linksSentence(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' The link of one other post follows.' : ` The links of ${count} other posts follow.`
}
