import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { misspelledAt } from './spelling-marks.ts'

/** A right click on an underlined word offers other spellings in place of the browser's menu. */
export function useSpellingMenu({ editor, dialogs }: Lectern): void {
  useEffect(() => {
    const { view } = editor
    const onMenu = (event: MouseEvent) => {
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      const span = offset === null ? undefined : misspelledAt(view.state, offset)
      if (!span) return
      event.preventDefault()
      dialogs.open('spelling', span)
    }
    view.dom.addEventListener('contextmenu', onMenu)
    return () => view.dom.removeEventListener('contextmenu', onMenu)
  }, [editor, dialogs])
}
