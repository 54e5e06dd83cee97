import { useEffect } from 'react'
import { commands } from './commands.ts'
import { keysOf } from './keys.ts'
import type { Lectern } from './lectern.ts'
import { keyTable, readOwnKeys } from './own-keys.ts'
import { runCommand } from './run-command.ts'

/** Follows the keyboard of the window, and what the application menu and the preview frame pass on. */
export function useCommandKeys(lectern: Lectern): void {
  useEffect(() => {
    const { settings, info } = lectern
    let table = keyTable(commands, info, readOwnKeys(settings))
    const endOwn = settings.subscribe(() => {
      table = keyTable(commands, info, readOwnKeys(settings))
    })
    const onKeyDown = (event: KeyboardEvent) => {
      const keys = keysOf(event, lectern.info.platform)
      const command = table.get(keys)
      if (!command) return
      // A dialog has the keyboard to itself, and what is on its way to one waits.
      if ((lectern.dialogs.get() || lectern.keys.isHolding()) && !command.inDialogs) {
        if (lectern.dialogs.get() && wouldReachBrowser(keys)) event.preventDefault()
        return
      }
      if (!runCommand(lectern.beside.current(), command)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    const endKeys = lectern.preview.onKeys(keys => {
      const command = table.get(keys)
      if (command) runCommand(lectern.beside.current(), command)
    })
    const endMenu = lectern.connection.events(event => {
      const chosen = event.type === 'menu-chosen' && commands.find(({ id }) => id === event.id)
      if (chosen) runCommand(lectern.beside.current(), chosen)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      endOwn()
      endKeys()
      endMenu()
    }
  }, [lectern])
}

/** A shortcut pressed twice is not to open the browser's own search or bookmarks; finding in the page is of use in a dialog. */
function wouldReachBrowser(keys: string): boolean {
  return keys.startsWith('Mod+') && keys !== 'Mod+F' && keys !== 'Mod+Enter'
}
