import { type RefObject, useEffect } from 'react'

/** Closes an open `details` when the writer turns to something else, also inside a frame, or presses Escape in it. */
export function useLightDismiss(shown: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (): void => shown.current?.removeAttribute('open')

    function closeOutside({ target }: Event): void {
      if (!shown.current?.contains(target as Node)) close()
    }

    function closeByKey(event: KeyboardEvent): void {
      const { key, target } = event
      if (key !== 'Escape' || !shown.current?.open) return
      if (target !== document.body && !shown.current.contains(target as Node)) return
      event.preventDefault()
      close()
      shown.current.querySelector('summary')?.focus()
    }

    /** What is clicked in a frame is heard of only as the loss of the keyboard. */
    function closeForFrame(): void {
      if (document.activeElement instanceof HTMLIFrameElement) close()
    }

    const over = new AbortController()
    const { signal } = over
    document.addEventListener('pointerdown', closeOutside, { signal })
    document.addEventListener('focusin', closeOutside, { signal })
    document.addEventListener('keydown', closeByKey, { signal })
    window.addEventListener('blur', closeForFrame, { signal })
    return () => over.abort()
  }, [shown])
}
