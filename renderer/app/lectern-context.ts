import { createContext, useContext } from 'react'
import type { Settings } from '../../core/contract/index.ts'
import type { DocumentState } from '../state/document.ts'
import type { RenderedPageState } from '../state/rendered-page.ts'
import { useFields, useStore } from '../state/use-store.ts'
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

/**
 * These fields of the open post: path, text (a snapshot at most 200 ms old), selection, save status. What is not named
 * changes without a notice: the status does so while one types.
 */
export function useDocument<Field extends keyof DocumentState>(
  ...fields: readonly Field[]
): Pick<DocumentState, Field> {
  return useFields(useLectern().document, fields)
}

/** These fields of what the last render said of the open post: address, title, problems. */
export function useRenderedPage<Field extends keyof RenderedPageState>(
  ...fields: readonly Field[]
): Pick<RenderedPageState, Field> {
  return useFields(useLectern().page, fields)
}

/** All settings; the component renders again when one changes. Typed reads and writes: `useLectern().settings`. */
export function useSettings(): Settings {
  return useStore(useLectern().settings)
}
