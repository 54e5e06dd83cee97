import type { Lectern } from './lectern.ts'

const focusable = 'button:not(:disabled), input, [tabindex="0"]:not([role="separator"]), iframe'
const marked = '[data-pane-focus], .cm-content, [role="tab"][aria-selected="true"]'

/** A pane is an element with `data-pane`; what takes its focus is inside it, marked with `data-pane-focus` or the first that can. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(pane => targetOf(pane))
  if (panes.length === 0) return
  const here = panes.findIndex(pane => pane.contains(document.activeElement))
  const next = here < 0 ? 0 : (here + step + panes.length) % panes.length
  targetOf(panes[next]!)?.focus()
}

/** To the text; where none is to be seen, to its page; where no post is open, to the list. */
export function focusText({ document: { get }, editor }: Lectern): void {
  if (get().path !== undefined && editor.view.contentDOM.checkVisibility()) return editor.focus()
  const panes = get().path === undefined ? ['library'] : ['preview', 'library']
  for (const name of panes) {
    const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
    const target = pane && targetOf(pane)
    if (target) return target.focus()
  }
}

/** Whether the writer is in a text. */
export function isInText(): boolean {
  return document.activeElement?.closest('[data-pane="editor"], [data-pane="beside"]') != null
}

/** What of an element takes the keyboard for it. */
export function targetOf(element: HTMLElement): HTMLElement | undefined {
  const first = element.querySelectorAll<HTMLElement>(marked)
  const any = element.querySelectorAll<HTMLElement>(focusable)
  return [...first, ...any].find(each => each.checkVisibility())
}
