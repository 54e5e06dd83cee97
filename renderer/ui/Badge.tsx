import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'warning' | 'danger' | 'ok'
  readonly title?: string
  readonly children: ReactNode
}

/** One or two words about the state of a thing. */
export function Badge({ tone = 'neutral', title, children }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`} title={title}>
      {children}
    </span>
  )
}

/** Keys as they stand on the keyboard, e.g. `⌘K` or `Ctrl+K`. */
export function Keys({ children }: { readonly children: string }) {
  return <kbd className={styles.keys}>{children}</kbd>
}
