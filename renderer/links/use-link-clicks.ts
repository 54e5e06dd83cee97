import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { followLink } from './commands.ts'

/** A click with Mod follows the link it meets; where none stands, the editor puts another cursor there. */
export function useLinkClicks(lectern: Lectern): void {
  useEffect(() => {
    const { editor, info } = lectern
    const { dom } = editor.view
    const onMouseDown = (event: MouseEvent): void => {
      const main = info.platform === 'mac' ? event.metaKey : event.ctrlKey
      if (!main || event.button !== 0 || event.shiftKey || event.altKey) return
      const offset = editor.view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (offset === null || !followLink(lectern, offset)) return
      event.preventDefault()
      event.stopPropagation()
    }
    dom.addEventListener('mousedown', onMouseDown, { capture: true })
    return () => dom.removeEventListener('mousedown', onMouseDown, { capture: true })
  }, [lectern])
}
