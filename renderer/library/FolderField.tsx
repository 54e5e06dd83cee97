import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { FolderEntry } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './FolderField.module.css'

export interface FolderFieldProps {
  readonly label: string
  /** An absolute path, or one from `~`. */
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (path: string) => void
  /** Enter in the field, or a double click on a folder. */
  readonly onChoose: (path: string) => void
}

/** A path with completion, and the folders that fit what is typed. Tab or → completes, ↓ goes into the list. */
export function FolderField({ label, value, error, onChange, onChoose }: FolderFieldProps) {
  const { host, info, notices } = useLectern()
  const entries = useFolders(value)
  const listId = useId()
  const [chosen, setChosen] = useState(-1)
  const current = Math.min(chosen, entries.length - 1)

  async function pick(): Promise<void> {
    const folder = await host.pickFolder()
    if (folder !== undefined) onChoose(folder)
  }

  function enter(entry: FolderEntry): void {
    setChosen(-1)
    onChange(`${entry.path}/`)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const atEnd = event.currentTarget.selectionStart === value.length
    const completing = entries[Math.max(current, 0)]
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, -1))
    else if ((event.key === 'Tab' || event.key === 'ArrowRight') && !event.shiftKey && atEnd && completing) {
      if (`${completing.path}/` === value) return
      enter(completing)
    } else if (event.key === 'Enter') onChoose(current >= 0 ? entries[current]!.path : value)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.folder}>
      <TextField
        label={label}
        value={value}
        error={error}
        autoFocus
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        onChange={event => {
          setChosen(-1)
          onChange(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {info.capabilities.nativeFolderPicker && (
        <Button icon="folder" onClick={() => void pick().catch(notices.report)}>
          Choose…
        </Button>
      )}
      <ul id={listId} className={styles.list} role="listbox" aria-label="Folders">
        {entries.map((entry, index) => (
          <li
            key={entry.path}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.entry}
            onClick={() => enter(entry)}
            onDoubleClick={() => onChoose(entry.path)}
          >
            <Icon name="folder" />
            <span className={styles.name}>{entry.name}</span>
            {entry.isSite && <Badge tone="accent">Jekyll</Badge>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The folders that complete a typed path, asked of the host after each change; a late answer is dropped. */
function useFolders(typed: string): readonly FolderEntry[] {
  const { host } = useLectern()
  const [entries, setEntries] = useState<readonly FolderEntry[]>([])
  useEffect(() => {
    let current = true
    host.completePath(typed).then(
      found => current && setEntries(found),
      () => current && setEntries([]),
    )
    return () => {
      current = false
    }
  }, [host, typed])
  return entries
}
