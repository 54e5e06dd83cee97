import { type BrowserWindow, Menu, dialog, shell } from 'electron'

import { LecternError } from '../../../core/errors.ts'
import type { Announcements } from '../../announcements.ts'
import { type Shell, externalUrl } from '../../shell.ts'
import { menuTemplate } from './menu.ts'

/** Around the page is a window of ours: the system's dialogs, its browser, its menu bar. */
export function createDesktopShell(
  window: () => BrowserWindow | undefined,
  announce: Announcements['announce'],
): Shell {
  return {
    capabilities: { nativeFolderPicker: true, revealFile: true, applicationMenu: true, reservedKeys: [] },
    pickFolder: async () => {
      const options = {
        properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[],
      }
      const parent = window()
      const picked = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return picked.canceled ? undefined : picked.filePaths[0]
    },
    openExternal: url => shell.openExternal(externalUrl(url)),
    revealFile: async path => shell.showItemInFolder(path),
    openPdf: async path => {
      const trouble = await shell.openPath(path)
      if (trouble !== '') throw new LecternError('host.no-pdf-program', [path], { cause: trouble })
    },
    showMenus: async menus => {
      const template = menuTemplate(menus, process.platform, id => announce({ type: 'menu-chosen', id }))
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
  }
}
