const focusable = 'button:not(:disabled), input, [tabindex="0"], iframe'

/** A pane is an element with `data-pane`; what takes its focus is inside it, marked with `data-pane-focus` or the first that can. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(pane => targetOf(pane))
  if (panes.length === 0) return
  const here = panes.findIndex(pane => pane.contains(document.activeElement))
  const next = here < 0 ? 0 : (here + step + panes.length) % panes.length
  targetOf(panes[next]!)?.focus()
}

function targetOf(pane: HTMLElement): HTMLElement | undefined {
  const marked = pane.querySelectorAll<HTMLElement>('[data-pane-focus], .cm-content')
  const any = pane.querySelectorAll<HTMLElement>(focusable)
  return [...marked, ...any].find(element => element.checkVisibility())
}
