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
  const edit = others.find(isEdit)
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: first.label,
      submenu: [...rows(first, choose), { type: 'separator' }, { role: isMac ? 'close' : 'quit' }],
    },
    edit ? { label: edit.label, submenu: [...editRoles, ...rows(edit, choose)] } : { role: 'editMenu' },
    ...others.filter(menu => !isEdit(menu)).map(menu => menuOf(menu, choose)),
    { role: 'windowMenu' },
  ]
}

function isEdit({ label }: Menu): boolean {
  return label === 'Edit'
}

/** What the system does in every text field, the post's among them. */
const editRoles: readonly MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  { type: 'separator' },
]

function menuOf(menu: Menu, choose: (id: string) => void): MenuItemConstructorOptions {
  const ofSystem: MenuItemConstructorOptions[] =
    menu.label === 'View' ? [{ type: 'separator' }, { role: 'togglefullscreen' }] : []
  return { label: menu.label, submenu: [...rows(menu, choose), ...ofSystem] }
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
