import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './StartFailure.module.css'

/** What stands in the window when the host cannot even say who it is. */
export function StartFailure({ error }: { readonly error: unknown }) {
  return (
    <main className={styles.page}>
      <EmptyState
        title="Lectern cannot start"
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            Try again
          </Button>
        }
      >
        <p>{sentenceOf(error)}</p>
        <p className={styles.advice}>
          If Lectern was opened from a terminal, open the address it printed: the key in it is part of it.
        </p>
      </EmptyState>
    </main>
  )
}
