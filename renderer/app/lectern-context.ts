import { createContext, useContext } from 'react'
import type { Settings } from '../../core/contract/index.ts'
import type { DocumentState } from '../state/document.ts'
import type { RenderedPageState } from '../state/rendered-page.ts'
import { useStore } from '../state/use-store.ts'
import type { WorkspaceState } from '../state/workspace.ts'
import type { Lectern } from './lectern.ts'

export const LecternContext = createContext<Lectern | undefined>(undefined)

/** The parts of the window: `editor.apply(…)`, `desk.open(…)`, `dialogs.open(…)`, `host.…`. */
export function useLectern(): Lectern {
  const lectern = useContext(LecternContext)
  if (!lectern) throw new Error('useLectern is called outside App')
  return lectern
}

/** The open folder and its list of posts. */
export function useWorkspace(): WorkspaceState {
  return useStore(useLectern().workspace)
}

/** The open post: path, text (a snapshot at most 200 ms old), selection, save status. */
export function useDocument(): DocumentState {
  return useStore(useLectern().document)
}

/** What the last render said of the open post: address, title, problems. */
export function useRenderedPage(): RenderedPageState {
  return useStore(useLectern().page)
}

/** All settings; the component renders again when one changes. Typed reads and writes: `useLectern().settings`. */
export function useSettings(): Settings {
  return useStore(useLectern().settings)
}
