import type { ComponentType } from 'react'
import { ConflictCopyStatus } from '../conflict/ConflictCopyStatus.tsx'
import { KeptStatus } from '../export/KeptStatus.tsx'
import { PublishStatus } from '../export/PublishStatus.tsx'
import { CursorStatus, WordsStatus } from '../editor/EditorStatus.tsx'
import { OfflineStatus } from './OfflineStatus.tsx'
import { EmbedQueueStatus } from '../panels/EmbedQueueStatus.tsx'
import { ProblemsStatus } from '../problems/ProblemsStatus.tsx'
import { SpellingStatus } from '../spelling/SpellingStatus.tsx'

/** What stands at the right end of the status bar, in order. A feature adds its component here. */
export const statusItems: readonly { readonly id: string; readonly Component: ComponentType }[] = [
  { id: 'conflict-copy', Component: ConflictCopyStatus },
  { id: 'kept', Component: KeptStatus },
  { id: 'publish', Component: PublishStatus },
  { id: 'offline', Component: OfflineStatus },
  { id: 'embed-queue', Component: EmbedQueueStatus },
  { id: 'spelling', Component: SpellingStatus },
  { id: 'problems', Component: ProblemsStatus },
  { id: 'words', Component: WordsStatus },
  { id: 'cursor', Component: CursorStatus },
]
