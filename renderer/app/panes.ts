/** A pane is an element with `data-pane`; what takes its focus is inside it and has `data-pane-focus`. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isVisible)
  if (panes.length === 0) return
  const here = panes.findIndex(pane => pane.contains(document.activeElement))
  const next = here < 0 ? 0 : (here + step + panes.length) % panes.length
  focusPane(panes[next]!)
}

function focusPane(pane: HTMLElement): void {
  const target = [...pane.querySelectorAll<HTMLElement>('[data-pane-focus], .cm-content')].find(isVisible)
  const focusable = target ?? pane.querySelector<HTMLElement>('button, input, [tabindex="0"], iframe')
  focusable?.focus()
}

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility()
}
