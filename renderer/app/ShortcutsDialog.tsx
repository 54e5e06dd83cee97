import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Badge.tsx'
import styles from './ShortcutsDialog.module.css'
import { commands } from './commands.ts'
import type { DialogProps } from './dialogs.ts'
import { shownKeys } from './keys.ts'
import { useLectern } from './lectern-context.ts'

/** Every command that has keys on this host, by group. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  const { info } = useLectern()
  const rows = commands.flatMap(command => {
    const keys = shownKeys(command, info)
    return keys === undefined ? [] : [{ ...command, shown: keys }]
  })
  const groups = [...new Set(rows.map(row => row.group))]
  return (
    <Dialog
      title="All shortcuts"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles.groups}>
        {groups.map(group => (
          <section key={group} aria-label={group}>
            <h3 className={styles.title}>{group}</h3>
            <dl>
              {rows
                .filter(row => row.group === group)
                .map(row => (
                  <div key={row.id} className={styles.row}>
                    <dt>{row.label}</dt>
                    <dd>
                      <Keys>{row.shown}</Keys>
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
