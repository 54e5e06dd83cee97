import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { MiddleCut } from './MiddleCut.tsx'
import styles from './Picker.module.css'
import { rank } from './rank.ts'

export interface PickerItem {
  readonly id: string
  readonly label: string
  /** Searched too, after the label. */
  readonly detail?: string | undefined
  /** The detail is an address, which stays on one line: its middle is left out where room is short. */
  readonly isAddress?: true
  /** Words it is found by besides, not shown. */
  readonly also?: string | undefined
  /** Stands at the right end of the row. */
  readonly aside?: ReactNode
}

export interface PickerProps {
  /** What is picked, said by screen readers. */
  readonly label: string
  readonly placeholder: string
  readonly icon?: IconName
  /** In the order of an empty field. */
  readonly items: readonly PickerItem[]
  /** `withMod`: with Ctrl or ⌘ held, which may mean another way of picking. */
  readonly onPick: (id: string, withMod: boolean) => void
  readonly onClose: () => void
  /** Told what is typed, for items that depend on it. */
  readonly onType?: (typed: string) => void
}

const mostShown = 60

type Modifiers = Pick<globalThis.KeyboardEvent, 'ctrlKey' | 'metaKey'>

/** A field over a list that it narrows; arrow keys move, Enter picks, Escape leaves. */
export function Picker({ label, placeholder, icon = 'search', items, onPick, onClose, onType }: PickerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const shown = useMemo(() => best(items, typed), [items, typed])
  const current = Math.min(chosen, shown.length - 1)

  useLayoutEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])

  const pick = (item: PickerItem | undefined, { ctrlKey, metaKey }: Modifiers) => {
    if (!item) return
    onClose()
    onPick(item.id, ctrlKey || metaKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && shown.length > 0)
      setChosen(
        Math.abs(step) === 1 ? (current + step + shown.length) % shown.length : clamp(current + step, shown),
      )
    else if (event.key === 'Enter') pick(shown[current], event)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={styles.picker}
      aria-label={label}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.field}>
        <Icon name={icon} />
        <input
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[current] && `${id}-${current}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onKeyDown={onKeyDown}
          onChange={event => {
            setTyped(event.target.value)
            setChosen(0)
            onType?.(event.target.value)
          }}
        />
      </div>
      <ul id={`${id}-list`} className={styles.list} role="listbox" aria-label={label}>
        {shown.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.item}
            onPointerMove={() => setChosen(index)}
            onClick={event => pick(item, event)}
          >
            <span className={styles.label}>{item.label}</span>
            {item.detail && (
              <span className={`${styles.detail} ${item.isAddress ? styles.address : ''}`}>
                {item.isAddress ? <MiddleCut text={item.detail} /> : item.detail}
              </span>
            )}
            {item.aside && <span className={styles.aside}>{item.aside}</span>}
          </li>
        ))}
      </ul>
      <p className={shown.length === 0 ? styles.nothing : 'visually-hidden'} role="status">
        {shown.length === 0 ? `Nothing fits “${typed}”.` : `${shown.length} to choose from`}
      </p>
    </dialog>
  )
}

function clamp(index: number, items: readonly PickerItem[]): number {
  return Math.min(Math.max(index, 0), items.length - 1)
}

function best(items: readonly PickerItem[], typed: string): readonly PickerItem[] {
  if (typed.trim() === '') return items.slice(0, mostShown)
  return items
    .map(item => ({ item, score: score(item, typed) }))
    .filter((entry): entry is { item: PickerItem; score: number } => entry.score !== undefined)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ item }) => item)
}

function score({ label, detail = '', also = '' }: PickerItem, typed: string): number | undefined {
  const byLabel = rank(typed, label)
  if (byLabel !== undefined || detail + also === '') return byLabel
  const byAll = rank(typed, `${label} ${detail} ${also}`)
  return byAll === undefined ? undefined : byAll - 250
}
