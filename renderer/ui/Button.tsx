import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'
import { focusFirst } from './focus-first.ts'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary` for the one thing a view is for, `danger` for what removes, `quiet` in bars and rows, `link` among words. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link'
  readonly icon?: IconName
  readonly pressed?: boolean
  readonly children?: ReactNode
}

export function Button({ look = 'plain', icon, pressed, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      {...focusFirst(rest)}
      className={`${styles.button} ${styles[look]}`}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: IconName
  /** Said by screen readers and shown as the tooltip. */
  readonly label: string
  /** Keys, shown in the tooltip. */
  readonly keys?: string
}

export function IconButton({ icon, label, keys, look = 'quiet', pressed, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      {...rest}
      className={`${styles.button} ${styles.square} ${styles[look]}`}
    >
      <Icon name={icon} />
    </button>
  )
}
