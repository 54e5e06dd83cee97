import type { ComponentType } from 'react'
import type { IconName } from '../ui/Icon.tsx'
import { OutlinePanel } from '../editor/OutlinePanel.tsx'
import { DetailsPanel } from '../panels/DetailsPanel.tsx'
import { EmbedsPanel } from '../panels/EmbedsPanel.tsx'
import { LinksPanel } from '../panels/LinksPanel.tsx'
import { ProblemsPanel } from '../preview/ProblemsPanel.tsx'
import { UpdatesPanel } from '../panels/UpdatesPanel.tsx'

/** A tab of the side panel. The component reads stores by hooks (`useDocument()` …) and edits by `lectern.editor.apply`. */
export interface Panel {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly Component: ComponentType
}

/** Every tab of the side panel, in order. A feature adds its row here. */
export const panels: readonly Panel[] = [
  { id: 'details', label: 'Details', icon: 'details', Component: DetailsPanel },
  { id: 'links', label: 'Links', icon: 'link', Component: LinksPanel },
  { id: 'embeds', label: 'Embeds', icon: 'embed', Component: EmbedsPanel },
  { id: 'updates', label: 'Updates', icon: 'update', Component: UpdatesPanel },
  { id: 'problems', label: 'Problems', icon: 'problems', Component: ProblemsPanel },
  { id: 'outline', label: 'Outline', icon: 'outline', Component: OutlinePanel },
]
