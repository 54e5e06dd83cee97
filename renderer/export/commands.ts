import type { ExportRequest, RepoPath } from '../../core/contract/index.ts'
import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { keptRows, readKept } from './kept-posts.ts'
import { repositoryKey } from './repository-key.ts'

/** Publishing the open post, and taking the last export back. */
export const exportCommands: readonly Command[] = [
  {
    id: 'publish',
    label: 'Publish this post…',
    group: 'Publish',
    also: 'export commit deploy jekyll',
    keys: ['Mod+Enter'],
    enabled: hasPost,
    opensLater: true,
    run: async lectern => {
      const { path } = lectern.document.get()
      if (path === undefined || !(await lectern.desk.save())) return
      lectern.dialogs.open('export', publishRequest(lectern, [path]))
    },
  },
  {
    id: 'publish-changed',
    label: 'Publish all posts with changes…',
    group: 'Publish',
    enabled: lectern => changedPosts(lectern).length > 0,
    opensLater: true,
    run: async lectern => {
      if (lectern.document.get().path !== undefined && !(await lectern.desk.save())) return
      lectern.dialogs.open('export', publishRequest(lectern, changedPosts(lectern)))
    },
  },
  {
    id: 'push-now',
    label: 'Push what is committed',
    group: 'Publish',
    also: 'sync upload deploy send',
    run: async ({ host }) => void (await host.pushNow()),
  },
  {
    id: 'undo-publish',
    label: 'Take the last export back',
    group: 'Publish',
    also: 'undo revert unpublish',
    run: async ({ host, notices }) => {
      const { lastExport } = await host.publishState()
      if (!lastExport) {
        notices.show({ kind: 'info', text: 'There is no export to take back.' })
        return
      }
      await host.undoExport(lastExport.undoId)
      notices.show({ kind: 'success', text: `Taken back: ${lastExport.summary}` })
    },
  },
]

/** Posts as the last commit does not have them, without those that wait for their date; drafts and pages go out one by one. */
function changedPosts({ settings, workspace }: Lectern): RepoPath[] {
  const { posts } = workspace.get()
  const waiting = new Set(
    keptRows(readKept(settings.get()), posts, Date.now()).flatMap(row => (row.isReady ? [] : row.path)),
  )
  return posts
    .filter(({ kind, git }) => kind === 'post' && (git === 'edited' || git === 'untracked'))
    .map(post => post.path)
    .filter(path => !waiting.has(path))
}

/** Into the repository chosen for this folder, where it lies in none. */
export function publishRequest({ settings }: Lectern, posts: readonly RepoPath[]): ExportRequest {
  const repo = settings.string(repositoryKey, '')
  return { posts, push: settings.boolean('publish.push', false), ...(repo !== '' && { repo }) }
}

function hasPost({ document }: Lectern): boolean {
  return document.get().path !== undefined
}
