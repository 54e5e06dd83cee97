import type { MenuItemConstructorOptions } from 'electron'

import type { Menu, MenuItem } from '../../../core/contract/index.ts'

/** The menu bar: what the page sent, between the menus every app of the system has. */
export function menuTemplate(
  menus: readonly Menu[],
  platform: NodeJS.Platform,
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const [first = { label: 'File', items: [] }, ...others] = menus
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: first.label,
      submenu: [...rows(first, choose), { type: 'separator' }, { role: isMac ? 'close' : 'quit' }],
    },
    { role: 'editMenu' },
    ...others.map(menu => ({ label: menu.label, submenu: rows(menu, choose) })),
    { role: 'windowMenu' },
  ]
}

function rows({ items }: Menu, choose: (id: string) => void): MenuItemConstructorOptions[] {
  return items.flatMap(item => [
    ...(item.separated ? [{ type: 'separator' } as const] : []),
    row(item, choose),
  ])
}

function row(
  { id, label, keys, enabled }: MenuItem,
  choose: (id: string) => void,
): MenuItemConstructorOptions {
  return {
    id,
    label,
    enabled: enabled ?? true,
    click: () => choose(id),
    // Shown, not taken: the page hears the keys itself.
    ...(keys !== undefined && { accelerator: acceleratorOf(keys), registerAccelerator: false }),
  }
}

/** `Mod+Shift+P` as Electron writes it. */
export function acceleratorOf(keys: string): string {
  return keys
    .split(/\+(?=.)/)
    .map(key => electronNames[key] ?? key)
    .join('+')
}

const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
}
