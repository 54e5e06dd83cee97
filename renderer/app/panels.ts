import type { ComponentType } from 'react'
import type { IconName } from '../ui/Icon.tsx'
import { lazily } from './lazily.ts'

/** A tab of the side panel. The component reads stores by hooks (`useDocument('text')` …) and edits by `lectern.editor.apply`. */
export interface Panel {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly Component: ComponentType
}

/** Every tab of the side panel, in order. A feature adds its row here. */
export const panels: readonly Panel[] = [
  {
    id: 'details',
    label: 'Details',
    icon: 'details',
    Component: lazily(async () => (await import('../panels/DetailsPanel.tsx')).DetailsPanel),
  },
  {
    id: 'links',
    label: 'Links',
    icon: 'link',
    Component: lazily(async () => (await import('../panels/LinksPanel.tsx')).LinksPanel),
  },
  {
    id: 'embeds',
    label: 'Embeds',
    icon: 'embed',
    Component: lazily(async () => (await import('../panels/EmbedsPanel.tsx')).EmbedsPanel),
  },
  {
    id: 'updates',
    label: 'Updates',
    icon: 'update',
    Component: lazily(async () => (await import('../panels/UpdatesPanel.tsx')).UpdatesPanel),
  },
  {
    id: 'problems',
    label: 'Problems',
    icon: 'problems',
    Component: lazily(async () => (await import('../problems/ProblemsPanel.tsx')).ProblemsPanel),
  },
  {
    id: 'outline',
    label: 'Outline',
    icon: 'outline',
    Component: lazily(async () => (await import('../editor/OutlinePanel.tsx')).OutlinePanel),
  },
]
