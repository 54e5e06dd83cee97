import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { offerPictures } from './offer-pictures.ts'
import { canAddPictures } from './commands.ts'

/** Takes pictures that are pasted into the text or dropped on it, before the editor takes their names for words. */
export function usePictureDrop(lectern: Lectern): void {
  useEffect(() => {
    const { dom } = lectern.editor.view
    const take = (event: Event, transfer: DataTransfer | null): void => {
      const pictures = picturesIn(transfer)
      if (pictures.length === 0 || !canAddPictures(lectern)) return
      event.preventDefault()
      event.stopPropagation()
      void offerPictures(lectern, pictures).catch(lectern.notices.report)
    }
    const onPaste = (event: ClipboardEvent) => {
      // Office programs put a picture of their text beside the text: the words are what is meant.
      if (event.clipboardData?.getData('text/plain') === '') take(event, event.clipboardData)
    }
    const onDrop = (event: DragEvent) => {
      const { view } = lectern.editor
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (offset !== null && picturesIn(event.dataTransfer).length > 0)
        view.dispatch({ selection: { anchor: offset } })
      take(event, event.dataTransfer)
    }
    dom.addEventListener('paste', onPaste, { capture: true })
    dom.addEventListener('drop', onDrop, { capture: true })
    return () => {
      dom.removeEventListener('paste', onPaste, { capture: true })
      dom.removeEventListener('drop', onDrop, { capture: true })
    }
  }, [lectern])
}

function picturesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(file => file.type.startsWith('image/'))
}
