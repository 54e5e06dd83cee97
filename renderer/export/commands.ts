import type { ExportRequest } from '../../core/contract/index.ts'
import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { repositoryKey } from './ChooseRepository.tsx'

/** Publishing the open post, and taking the last export back. */
export const exportCommands: readonly Command[] = [
  {
    id: 'publish',
    label: 'Publish this post…',
    group: 'Publish',
    also: 'export commit deploy jekyll',
    keys: ['Mod+Enter'],
    enabled: hasPost,
    run: async lectern => {
      const { path } = lectern.document.get()
      if (path === undefined || !(await lectern.desk.save())) return
      lectern.dialogs.open('export', requestFor(lectern, path))
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

/** Into the repository chosen for this folder, where it lies in none. */
function requestFor({ settings }: Lectern, path: string): ExportRequest {
  const repo = settings.string(repositoryKey, '')
  return { posts: [path], push: settings.boolean('publish.push', false), ...(repo !== '' && { repo }) }
}

function hasPost({ document }: Lectern): boolean {
  return document.get().path !== undefined
}
