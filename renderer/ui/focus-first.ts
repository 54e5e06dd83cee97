/**
 * Marks a control that has the focus when the dialog around it opens. React focuses `autoFocus` before the dialog is
 * shown, when nothing in it can take the focus yet.
 */
export function focusFirst<Props extends { readonly autoFocus?: boolean | undefined }>(props: Props): Props {
  return props.autoFocus ? { ...props, 'data-focus-first': true } : props
}

/** The control marked by {@link focusFirst}, if any. */
export function firstToFocus(dialog: HTMLDialogElement): HTMLElement | null {
  return dialog.querySelector('[data-focus-first]')
}
