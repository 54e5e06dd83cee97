import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { playAtOnceKey, remoteContentKey } from './frame-look.ts'
import { scrollSyncKey } from './preview.ts'
import { type PreviewView, previewViewKey } from './preview-view.ts'

async function fetchTheme({ preview: { remoteTheme }, notices }: Lectern): Promise<void> {
  const { theme } = remoteTheme.get()
  const notice = notices.show({
    kind: 'info',
    text: `Fetching the theme “${theme?.title}” from ${theme?.host} …`,
    action: { label: 'Cancel', run: remoteTheme.cancel },
  })
  await remoteTheme.fetch()
  notices.dismiss(notice)
  const { failure } = remoteTheme.get()
  if (failure !== undefined) notices.show({ kind: 'error', text: failure })
}

function show(view: PreviewView): (lectern: Lectern) => void {
  return ({ settings }) => settings.set('folder', previewViewKey, view)
}

export const previewCommands: readonly Command[] = [
  { id: 'preview.page', label: 'Preview: the page of the site', group: 'View', run: show('page') },
  { id: 'preview.content', label: 'Preview: the content alone', group: 'View', run: show('content') },
  { id: 'preview.html', label: 'Preview: HTML of the content', group: 'View', run: show('html') },
  {
    id: 'preview.fetch-theme',
    label: 'Fetch the site’s theme once',
    group: 'View',
    also: 'remote_theme download',
    enabled: ({ preview }) => preview.remoteTheme.get().theme !== undefined,
    run: fetchTheme,
  },
  {
    id: 'preview.forget-theme',
    label: 'Forget the fetched theme',
    group: 'View',
    also: 'remote_theme remove',
    enabled: ({ preview }) => preview.remoteTheme.get().theme?.fetchedAt !== undefined,
    run: ({ preview }) => preview.remoteTheme.forget(),
  },
  {
    id: 'preview.scroll-sync',
    label: 'Scroll editor and preview together: on or off',
    group: 'View',
    run: ({ settings }) => settings.set('user', scrollSyncKey, !settings.boolean(scrollSyncKey, true)),
  },
  {
    id: 'preview.remote-content',
    label: 'Load remote content in the preview: on or off',
    group: 'View',
    also: 'images pictures network',
    run: ({ settings }) =>
      settings.set('folder', remoteContentKey, !settings.boolean(remoteContentKey, false)),
  },
  {
    id: 'preview.play-at-once',
    label: 'Load players at once in the preview: on or off',
    group: 'View',
    also: 'embeds videos slides network',
    run: ({ settings }) => settings.set('folder', playAtOnceKey, !settings.boolean(playAtOnceKey, false)),
  },
]
