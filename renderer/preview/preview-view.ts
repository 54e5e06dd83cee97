import type { TypedSettings } from '../state/settings.ts'

/** What the preview shows of a post: the site's page, the content in our typography, or its HTML. */
export type PreviewView = 'page' | 'content' | 'html'

export const previewViewKey = 'preview.view'

/** Whether the last post seen of this folder had a page with a style: the preview begins with what it will show. */
export const dressedKey = 'preview.dressed'

export const previewViews: readonly { readonly id: PreviewView; readonly label: string }[] = [
  { id: 'page', label: 'Page' },
  { id: 'content', label: 'Content' },
  { id: 'html', label: 'HTML' },
]

/** As the writer chose it for this folder; undefined where nothing was chosen. */
export function chosenView(settings: Pick<TypedSettings, 'string'>): PreviewView | undefined {
  const chosen = settings.string(previewViewKey, '')
  return previewViews.find(({ id }) => id === chosen)?.id
}

/**
 * As chosen, else the site's page where it has one with a style of its own.
 *
 * @param isDressed undefined while that is not known of the open post
 */
export function previewViewOf(
  settings: Pick<TypedSettings, 'string' | 'boolean'>,
  isDressed: boolean | undefined,
): PreviewView {
  return chosenView(settings) ?? ((isDressed ?? settings.boolean(dressedKey, false)) ? 'page' : 'content')
}
