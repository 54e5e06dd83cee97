import type { JekyllVersion } from '../../core/jekyll/index.ts'
import type { SettingsStore } from '../state/settings.ts'

export const jekyllKey = 'site.jekyll'

/** What the writer can say of the Jekyll that publishes a folder. */
export const jekyllChoices: readonly { readonly value: 'found' | JekyllVersion; readonly label: string }[] = [
  { value: 'found', label: 'As the site’s files say' },
  { value: '4.3', label: '4.3' },
  { value: '3.10', label: '3.10 as GitHub Pages builds it' },
]

/** As the writer chose it for this folder; undefined where the signs of the site decide. */
export function chosenJekyll(settings: Pick<SettingsStore, 'string'>): JekyllVersion | undefined {
  const chosen = settings.string(jekyllKey, 'found')
  return chosen === '4.3' || chosen === '3.10' ? chosen : undefined
}
