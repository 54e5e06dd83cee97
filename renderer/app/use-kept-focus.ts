import { useEffect } from 'react'
import type { Lectern } from './lectern.ts'
import { focusText, isInText, targetOf } from './panes.ts'

/**
 * The keyboard is never nowhere: where what had it goes away, what is around it takes it, else the text. Escape leads
 * from everywhere back to the text, unless it ends something nearer.
 */
export function useKeptFocus(lectern: Lectern): void {
  useEffect(() => {
    const toText = (): void => focusText(lectern.beside.current())

    function onFocusOut(event: FocusEvent): void {
      const { target, relatedTarget } = event
      if (relatedTarget !== null || !(target instanceof HTMLElement)) return
      const around = surroundings(event.composedPath())
      // What comes in its place may take the keyboard by itself.
      setTimeout(() => {
        if (document.activeElement !== document.body || target.checkVisibility()) return
        const next = around.map(each => each.checkVisibility() && targetOf(each)).find(Boolean)
        if (next) next.focus()
        else toText()
      })
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (!document.querySelector('dialog[open]') && !isInText()) toText()
    }

    const over = new AbortController()
    const { signal } = over
    window.addEventListener('focusout', onFocusOut, { signal })
    window.addEventListener('keydown', onKeyDown, { signal })
    const endKeys = lectern.preview.onKeys(keys => keys === 'Escape' && toText())
    return () => {
      over.abort()
      endKeys()
    }
  }, [lectern])
}

/** What an element stands in, from the nearest on, within its pane or dialog; nothing for a text, which has no like. */
function surroundings(path: readonly EventTarget[]): readonly HTMLElement[] {
  const [target, ...outer] = path.filter(each => each instanceof HTMLElement)
  const end = outer.findIndex(each => each.matches('[data-pane], dialog'))
  return target?.matches('.cm-content') ? [] : outer.slice(0, Math.max(end, 0))
}
