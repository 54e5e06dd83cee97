import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'
import { firstToFocus } from './focus-first.ts'

export interface DialogProps {
  readonly title: string
  /** One sentence under the title. */
  readonly lead?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | 'wide'
  readonly onClose: () => void
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A modal dialog while it is mounted. Escape and the close button call `onClose`; focus returns where it was. */
export function Dialog({ title, lead, size = 'medium', onClose, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    const shown = dialog.current!
    shown.showModal()
    firstToFocus(shown)?.focus()
    return () => {
      // While it is open, nothing behind it can take the focus.
      shown.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles[size]}`}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.header}>
        <div>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      <div className={styles.body} data-content>
        {children}
      </div>
      {actions && (
        <div className={styles.actions} data-actions>
          {actions}
        </div>
      )}
    </dialog>
  )
}
