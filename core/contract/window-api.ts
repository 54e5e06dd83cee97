import { boolean, list, optional, record, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** A row of the application menu: a command of the UI's table. */
export interface MenuItem {
  /** The command's id, which comes back in the event `menu-chosen`. */
  readonly id: string
  readonly label: string
  /** As in the command table, e.g. `Mod+Shift+P`. */
  readonly keys?: string
  /** Greyed when false. */
  readonly enabled?: boolean
  /** A line stands above it. */
  readonly separated?: boolean
}

export interface Menu {
  readonly label: string
  readonly items: readonly MenuItem[]
}

/** The window around the page, where the host draws one. */
export interface WindowApi {
  /** Shows these menus beside the system's own (Edit, Window). Does nothing without `applicationMenu`. */
  showMenus(menus: readonly Menu[]): Promise<void>
}

const menuItem = record<MenuItem>({
  id: text,
  label: text,
  keys: optional(text) as (value: unknown) => string,
  enabled: optional(boolean) as (value: unknown) => boolean,
  separated: optional(boolean) as (value: unknown) => boolean,
})

const menu = record<Menu>({ label: text, items: list(menuItem) })

export const windowMethods: MethodTable<WindowApi> = {
  showMenus: ([menus]) => [list(menu)(menus)],
}
