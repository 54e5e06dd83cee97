import { useDocument, useLectern, useRenderedPage } from '../app/lectern-context.ts'
import styles from '../panels/RowList.module.css'
import { EmptyState } from '../ui/Notice.tsx'
import { offsetOfLine } from './problem-lines.ts'

/** What the renderer noticed in the post; a click goes there. */
export function ProblemsPanel() {
  const { editor } = useLectern()
  const { path } = useDocument()
  const { problems } = useRenderedPage()
  if (path === undefined) return <EmptyState title="No post is open" />
  if (problems.length === 0)
    return <EmptyState title="No problems">Jekyll will make this page as the preview shows it.</EmptyState>
  return (
    <div className={styles.panel}>
      <ul className={styles.list}>
        {problems.map((problem, index) => (
          <li key={`${problem.code} ${index}`}>
            <button
              type="button"
              className={styles.row}
              onClick={() => editor.reveal(offsetOfLine(editor.doc(), problem.line))}
            >
              <span className={styles.title}>{problem.message}</span>
              <span className={styles.facts}>line {problem.line ?? 1}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
