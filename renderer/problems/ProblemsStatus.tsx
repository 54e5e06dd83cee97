import { useDocument, useLectern } from '../app/lectern-context.ts'
import { showPanel } from '../app/view-commands.ts'
import { useStore } from '../state/use-store.ts'
import styles from './ProblemsStatus.module.css'

/** How many problems the post has, said as it changes; a click lists them. Hints are listed, but not counted. */
export function ProblemsStatus() {
  const lectern = useLectern()
  const { path } = useDocument('path')
  const { problems } = useStore(lectern.problems)
  const count = problems.filter(problem => problem.severity !== 'info').length
  return (
    <span role="status">
      {count > 0 && path !== undefined && (
        <button type="button" className={styles.problems} onClick={() => showPanel(lectern, 'problems')}>
          {count === 1 ? '1 problem' : `${count} problems`}
        </button>
      )}
    </span>
  )
}
