import type { Lectern } from './lectern.ts'

export type CommandGroup = 'File' | 'Edit' | 'Insert' | 'Format' | 'View' | 'Publish' | 'Help'

/** One thing the writer can do: what palette, keys, menus and tests know of it. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** What other programs call it: words the palette finds it by besides its label. */
  readonly also?: string
  /**
   * Keys such as `Mod+Shift+P`, best first. `Mod` is ⌘ on a Mac and Ctrl elsewhere. Where the host keeps the first
   * for itself, the next works and is shown.
   */
  readonly keys?: readonly string[]
  /** Absent means always. */
  readonly enabled?: (lectern: Lectern) => boolean
  /** Also while a dialog is open. */
  readonly inDialogs?: true
  /** Its dialog opens after other work: what is struck meanwhile is for the dialog. */
  readonly opensLater?: true
  readonly run: (lectern: Lectern) => void | Promise<void>
}
