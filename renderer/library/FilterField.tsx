import { Icon } from '../ui/Icon.tsx'
import styles from './FilterField.module.css'

export interface FilterFieldProps {
  readonly value: string
  readonly found: number
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  readonly onDown: () => void
}

/**
 * Narrows the list while one types. Enter opens the first, the down key goes into the list, Escape empties it and, once
 * it is empty, leaves it.
 */
export function FilterField({ value, found, onChange, onEnter, onDown }: FilterFieldProps) {
  const actions: Readonly<Record<string, () => void>> = {
    Enter: onEnter,
    ArrowDown: onDown,
    ...(value !== '' && { Escape: () => onChange('') }),
  }
  return (
    <div className={styles.field} role="search">
      <Icon name="search" />
      <input
        id="library-filter"
        className={styles.input}
        type="search"
        aria-label="Filter posts"
        placeholder="Filter"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          const act = actions[event.key]
          if (!act) return
          event.preventDefault()
          act()
        }}
      />
      <span className="visually-hidden" role="status">
        {value === '' ? '' : `${found} found`}
      </span>
    </div>
  )
}
