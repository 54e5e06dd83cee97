import type { SettingsStore } from '../state/settings.ts'

/** What the preview shows of a post: the site's page, the content in our typography, or its HTML. */
export type PreviewView = 'page' | 'content' | 'html'

export const previewViewKey = 'preview.view'

export const previewViews: readonly { readonly id: PreviewView; readonly label: string }[] = [
  { id: 'page', label: 'Page' },
  { id: 'content', label: 'Content' },
  { id: 'html', label: 'HTML' },
]

/** As the writer chose it for this folder. */
export function previewViewOf(settings: Pick<SettingsStore, 'string'>): PreviewView {
  const chosen = settings.string(previewViewKey, 'content')
  return previewViews.find(({ id }) => id === chosen)?.id ?? 'content'
}
