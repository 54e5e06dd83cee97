import type { ComponentType } from 'react'
import { CursorStatus, WordsStatus } from '../editor/EditorStatus.tsx'
import { ProblemsStatus } from '../preview/ProblemsStatus.tsx'

/** What stands at the right end of the status bar, in order. A feature adds its component here. */
export const statusItems: readonly { readonly id: string; readonly Component: ComponentType }[] = [
  { id: 'problems', Component: ProblemsStatus },
  { id: 'words', Component: WordsStatus },
  { id: 'cursor', Component: CursorStatus },
]
