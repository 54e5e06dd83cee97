import { useDocument, useLectern, useRenderedPage } from '../app/lectern-context.ts'
import { showPanel } from '../app/view-commands.ts'
import styles from './ProblemsStatus.module.css'

/** How many things the renderer noticed; a click lists them. */
export function ProblemsStatus() {
  const lectern = useLectern()
  const { path } = useDocument()
  const { problems, path: rendered } = useRenderedPage()
  if (problems.length === 0 || path !== rendered) return null
  return (
    <button type="button" className={styles.problems} onClick={() => showPanel(lectern, 'problems')}>
      {problems.length === 1 ? '1 problem' : `${problems.length} problems`}
    </button>
  )
}
