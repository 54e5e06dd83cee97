import { useSettings } from './lectern-context.ts'
import type { SettingsStore } from '../state/settings.ts'

/** What of a post is on the screen. */
export type PostView = 'both' | 'editor' | 'preview'

export interface Layout {
  readonly libraryOpen: boolean
  readonly libraryWidth: number
  readonly view: PostView
  /** Of the room for editor and preview, the part that the editor has: 0.2 to 0.8. */
  readonly editorShare: number
  /** The id of the side panel's tab, or '' when the panel is closed. */
  readonly panel: string
  readonly panelWidth: number
}

export const layoutKeys = {
  libraryOpen: 'layout.library-open',
  libraryWidth: 'layout.library-width',
  view: 'layout.view',
  editorShare: 'layout.editor-share',
  panel: 'layout.panel',
  lastPanel: 'layout.last-panel',
  panelWidth: 'layout.panel-width',
} as const

/** Where everything stands, as the writer left it. Changes go through {@link layoutKeys} in the settings. */
export function useLayout(settings: SettingsStore): Layout {
  useSettings()
  return readLayout(settings)
}

export function readLayout(settings: SettingsStore): Layout {
  return {
    libraryOpen: settings.boolean(layoutKeys.libraryOpen, true),
    libraryWidth: clamp(settings.number(layoutKeys.libraryWidth, 264), 180, 480),
    view: toView(settings.string(layoutKeys.view, 'both')),
    editorShare: clamp(settings.number(layoutKeys.editorShare, 0.5), 0.2, 0.8),
    panel: settings.string(layoutKeys.panel, ''),
    panelWidth: clamp(settings.number(layoutKeys.panelWidth, 320), 240, 560),
  }
}

function toView(word: string): PostView {
  return word === 'editor' || word === 'preview' ? word : 'both'
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
