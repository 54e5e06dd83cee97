import type { EditorView } from '@codemirror/view'

/** Editors on their way to where the writer was. */
const underWay = new WeakMap<EditorView, AbortController>()

/** How often it is looked whether the place is reached: lines not seen yet are taken for lower than they are. */
const mostLooks = 20

/**
 * Scrolls to where the writer was. An editor that is not in sight cannot be scrolled: at the start it does so once it
 * is, unless another text comes first.
 */
export function scrollBackTo(view: EditorView, scrollTop: number): void {
  underWay.get(view)?.abort()
  const going = new AbortController()
  underWay.set(view, going)
  view.scrollDOM.scrollTop = scrollTop
  if (scrollTop === 0) return
  const seen = new ResizeObserver(() => {
    if (view.scrollDOM.clientHeight === 0) return
    seen.disconnect()
    approach(view, scrollTop, going.signal, mostLooks)
  })
  seen.observe(view.scrollDOM)
  going.signal.addEventListener('abort', () => seen.disconnect())
}

function approach(view: EditorView, scrollTop: number, signal: AbortSignal, looks: number): void {
  view.requestMeasure({
    read: () => view.scrollDOM.scrollTop,
    write: at => {
      if (at === scrollTop || looks === 0 || signal.aborted) return
      view.scrollDOM.scrollTop = scrollTop
      requestAnimationFrame(() => approach(view, scrollTop, signal, looks - 1))
    },
  })
}
