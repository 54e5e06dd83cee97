import { useEffect, useState } from 'react'
import { Button, IconButton } from './Button.tsx'
import styles from './Toast.module.css'

export interface ToastMessage {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface ToastsProps {
  readonly messages: readonly ToastMessage[]
  readonly onDismiss: (id: number) => void
}

const shownForMs = 8000

/** Short messages at the foot of the window, read out politely; each leaves by itself, but not from under the pointer or the keyboard. */
export function Toasts({ messages, onDismiss }: ToastsProps) {
  return (
    <div
      className={styles.region}
      role="status"
      aria-live="polite"
      aria-label="Messages"
      data-pane="messages"
    >
      {messages.map(message => (
        <Toast key={message.id} message={message} onDismiss={onDismiss} />
      ))}
    </div>
  )
}

interface ToastProps {
  readonly message: ToastMessage
  readonly onDismiss: (id: number) => void
}

function Toast({ message, onDismiss }: ToastProps) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onDismiss(message.id), shownForMs)
    return () => clearTimeout(timer)
  }, [held, message.id, onDismiss])
  const { action } = message
  return (
    <div
      className={styles.toast}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span>{message.text}</span>
      {action && (
        <Button
          look="quiet"
          onClick={() => {
            action.run()
            onDismiss(message.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={() => onDismiss(message.id)} />
    </div>
  )
}
