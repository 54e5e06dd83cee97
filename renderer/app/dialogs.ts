import type { ComponentType } from 'react'
import { ConflictCopyDialog } from '../conflict/ConflictCopyDialog.tsx'
import { ConflictDialog } from '../conflict/ConflictDialog.tsx'
import { NewPostDialog } from '../library/NewPostDialog.tsx'
import { OpenFolderDialog } from '../library/OpenFolderDialog.tsx'
import { QuickOpen } from '../library/QuickOpen.tsx'
import { BoardDialog } from '../board/BoardDialog.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { AddUpdateDialog } from '../insert/AddUpdateDialog.tsx'
import { InsertEmbedDialog } from '../insert/InsertEmbedDialog.tsx'
import { InsertLinkDialog } from '../insert/InsertLinkDialog.tsx'
import { PushConflictsDialog } from '../export/PushConflictsDialog.tsx'
import { HistoryDialog } from '../post/HistoryDialog.tsx'
import { FollowLinksDialog } from '../post/FollowLinksDialog.tsx'
import { RenamePostDialog } from '../post/RenamePostDialog.tsx'
import { AddPicturesDialog } from '../pictures/AddPicturesDialog.tsx'
import { SearchDialog } from '../search/SearchDialog.tsx'
import { SpellingDialog } from '../spelling/SpellingDialog.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { RenameLabelDialog } from '../links/RenameLabelDialog.tsx'
import { LinkPlacesDialog } from '../links/LinkPlacesDialog.tsx'
import { LinkConflictsDialog } from '../links/LinkConflictsDialog.tsx'
import { AddressChangeDialog } from '../share/AddressChangeDialog.tsx'
import { LinkDialog } from '../preview/LinkDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

export interface DialogProps {
  /** What the dialog is about, as given to `lectern.dialogs.open(id, argument)`. */
  readonly argument: unknown
  readonly onClose: () => void
}

export interface DialogEntry {
  readonly id: string
  readonly Component: ComponentType<DialogProps>
}

/** Every dialog of the app. A feature adds its row here and opens it with `lectern.dialogs.open('its-id')`. */
export const dialogs: readonly DialogEntry[] = [
  { id: 'palette', Component: CommandPalette },
  { id: 'quick-open', Component: QuickOpen },
  { id: 'new-post', Component: NewPostDialog },
  { id: 'open-folder', Component: OpenFolderDialog },
  { id: 'conflict', Component: ConflictDialog },
  { id: 'conflict-copy', Component: ConflictCopyDialog },
  { id: 'link', Component: LinkDialog },
  { id: 'address-change', Component: AddressChangeDialog },
  { id: 'rename-label', Component: RenameLabelDialog },
  { id: 'link-places', Component: LinkPlacesDialog },
  { id: 'link-conflicts', Component: LinkConflictsDialog },
  { id: 'insert-link', Component: InsertLinkDialog },
  { id: 'export', Component: ExportDialog },
  { id: 'add-update', Component: AddUpdateDialog },
  { id: 'insert-embed', Component: InsertEmbedDialog },
  { id: 'rename-post', Component: RenamePostDialog },
  { id: 'follow-links', Component: FollowLinksDialog },
  { id: 'board', Component: BoardDialog },
  { id: 'history', Component: HistoryDialog },
  { id: 'push-conflicts', Component: PushConflictsDialog },
  { id: 'add-pictures', Component: AddPicturesDialog },
  { id: 'search', Component: SearchDialog },
  { id: 'spelling', Component: SpellingDialog },
  { id: 'settings', Component: SettingsDialog },
  { id: 'shortcuts', Component: ShortcutsDialog },
]
