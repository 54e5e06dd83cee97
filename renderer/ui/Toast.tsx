import { useEffect } from 'react'
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

/** Short messages at the foot of the window, read out politely; each leaves by itself. */
export function Toasts({ messages, onDismiss }: ToastsProps) {
  return (
    <div className={styles.region} role="status" aria-live="polite" aria-label="Messages">
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
  useEffect(() => {
    const timer = setTimeout(() => onDismiss(message.id), shownForMs)
    return () => clearTimeout(timer)
  }, [message.id, onDismiss])
  const { action } = message
  return (
    <div className={styles.toast}>
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
