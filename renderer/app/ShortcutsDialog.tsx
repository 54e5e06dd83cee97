import { type KeyboardEvent, useState } from 'react'
import { Keys } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ShortcutsDialog.module.css'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import type { DialogProps } from './dialogs.ts'
import { keysOf, shownKeys } from './keys.ts'
import { useLectern, useSettings } from './lectern-context.ts'
import { canBeShortcut, chooseKeys, readOwnKeys, writeOwnKeys } from './own-keys.ts'

/** Every command with its keys on this host, by group; a click on the keys chooses others. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  useSettings()
  const { settings } = useLectern()
  const hasOwn = Object.keys(readOwnKeys(settings)).length > 0
  const groups = [...new Set(commands.map(command => command.group))]
  return (
    <Dialog
      title="All shortcuts"
      lead="Click the keys of a command to choose others."
      size="large"
      onClose={onClose}
      actions={
        <>
          {hasOwn && <Button onClick={() => writeOwnKeys(settings, {})}>Lectern’s own keys again</Button>}
          <Button look="primary" autoFocus onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.groups}>
        {groups.map(group => (
          <section key={group} aria-label={group}>
            <h3 className={styles.title}>{group}</h3>
            <dl>
              {commands
                .filter(command => command.group === group)
                .map(command => (
                  <div key={command.id} className={styles.row}>
                    <dt>{command.label}</dt>
                    <dd>
                      <KeysButton command={command} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** Shows the keys of a command. Pressed, it takes the next keys; Backspace takes them away, Escape leaves them. */
function KeysButton({ command }: { readonly command: Command }) {
  const { info, settings } = useLectern()
  const [listening, setListening] = useState(false)
  const own = readOwnKeys(settings)
  const shown = shownKeys(command, info, own)
  const listen = (event: KeyboardEvent) => {
    if (!listening || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const keys = keysOf(event.nativeEvent, info.platform)
    if (keys === 'Backspace') writeOwnKeys(settings, chooseKeys(commands, own, command.id, ''))
    else if (canBeShortcut(keys)) writeOwnKeys(settings, chooseKeys(commands, own, command.id, keys))
    else if (keys !== 'Escape') return
    setListening(false)
  }
  const name = shown === undefined ? `${command.label}: no keys` : `${command.label}: ${shown}`
  return (
    <button
      type="button"
      className={styles.keys}
      aria-label={listening ? `Press the keys for ${command.label}` : name}
      aria-pressed={listening}
      onClick={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={listen}
    >
      {listening ? 'Press keys…' : shown === undefined ? '—' : <Keys>{shown}</Keys>}
    </button>
  )
}
