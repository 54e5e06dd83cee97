/**
 * Marks a control that has the focus when the dialog around it opens. React focuses `autoFocus` before the dialog is
 * shown, when nothing in it can take the focus yet.
 */
export function focusFirst<Props extends { readonly autoFocus?: boolean | undefined }>(props: Props): Props {
  return props.autoFocus ? { ...props, 'data-focus-first': true } : props
}

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** The control that Tab goes to from `here`, or with a step of -1 Shift+Tab. */
export function nextToFocus(dialog: HTMLDialogElement, here: Element, step: 1 | -1): HTMLElement | undefined {
  const all = [...dialog.querySelectorAll<HTMLElement>(focusable)]
  const from = all.findIndex(each => each === here)
  return all[(from + step + all.length) % all.length]
}

/** The control marked by {@link focusFirst}, else the first of the dialog's content, else its main button. */
export function firstToFocus(dialog: HTMLDialogElement): HTMLElement | null {
  const marked = dialog.querySelector<HTMLElement>('[data-focus-first]')
  const inContent = dialog.querySelector<HTMLElement>(`[data-content] :is(${focusable})`)
  const buttons = dialog.querySelectorAll<HTMLElement>('[data-actions] button:not(:disabled)')
  return marked ?? inContent ?? buttons[buttons.length - 1] ?? null
}
