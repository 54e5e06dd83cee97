import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { LecternError } from '../../../core/errors.ts'
import { type Shell, externalUrl } from '../../shell.ts'
import { openWithSystem, systemOpener } from '../browser.ts'

/**
 * Keys a browser keeps for its own windows and tabs, whatever the page says (Chromium,
 * browser_command_controller.cc, IsReservedCommandOrKey; others keep the same).
 */
const browserKeys = [
  'Mod+N',
  'Mod+Shift+N',
  'Mod+T',
  'Mod+Shift+T',
  'Mod+W',
  'Mod+Shift+W',
  'Mod+Q',
  'Mod+Shift+Q',
  'Mod+F4',
  'Mod+Tab',
  'Mod+Shift+Tab',
  'Ctrl+Tab',
  'Ctrl+Shift+Tab',
  'Mod+PageUp',
  'Mod+PageDown',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(tab => `Mod+${tab}`),
]

/** Around the page is a browser: it has no dialogs for folders and no menu of ours. */
export function createWebShell(): Shell {
  return {
    capabilities: {
      nativeFolderPicker: false,
      revealFile: systemOpener() !== undefined,
      applicationMenu: false,
      reservedKeys: browserKeys,
    },
    pickFolder: async () => {
      throw new LecternError('host.no-folder-dialog')
    },
    openExternal: async url => {
      if (!openWithSystem(externalUrl(url))) throw new LecternError('host.no-browser', [url])
    },
    revealFile: async path => {
      // Only ever a folder: what opens a file may be a program.
      const folder = dirname(path)
      const shown = await stat(folder).then(
        found => found.isDirectory() && openWithSystem(folder),
        () => false,
      )
      if (!shown) throw new LecternError('host.no-file-manager', [path])
    },
    openPdf: async path => {
      if (!openWithSystem(path)) throw new LecternError('host.no-pdf-program', [path])
    },
    showMenus: async () => {},
  }
}
