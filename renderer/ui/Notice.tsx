import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  readonly tone?: 'info' | 'warning' | 'danger' | 'ok'
  /** What the writer can do next. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const icons = { info: 'info', warning: 'problems', danger: 'error', ok: 'check' } as const

/** A sentence where it belongs, with its next step beside it. */
export function Notice({ tone = 'info', actions, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

export interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing yet, and how that changes. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      {children && <div className={styles.emptyText}>{children}</div>}
      {actions && <div className={styles.emptyActions}>{actions}</div>}
    </div>
  )
}
