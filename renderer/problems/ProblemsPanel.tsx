import { useDocument, useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { applyFix } from './apply-fix.ts'
import type { ShownProblem } from './problem.ts'
import { offsetOfLine } from './problem-lines.ts'
import styles from './ProblemsPanel.module.css'
import { silenceProblem, silencedProblems, tellAllProblems } from './problem-levels.ts'

const mostListed = 300

/** What is wrong with the post, or may be. A click goes there; what can be mended in one step offers it. */
export function ProblemsPanel() {
  const { problems: store } = useLectern()
  const { path } = useDocument('path')
  const { problems } = useStore(store)
  if (path === undefined) return <EmptyState title="No post is open" />
  if (problems.length === 0)
    return (
      <>
        <EmptyState title="No problems">Jekyll will make this page as the preview shows it.</EmptyState>
        <Silenced />
      </>
    )
  return (
    <>
      <ul className={styles.list} aria-label="Problems">
        {problems.slice(0, mostListed).map((problem, index) => (
          <ProblemRow key={`${problem.code} ${index}`} problem={problem} />
        ))}
        {problems.length > mostListed && (
          <li className={styles.more}>and {problems.length - mostListed} more</li>
        )}
      </ul>
      <Silenced />
    </>
  )
}

/** How to hear again of what the writer did not want to hear of. */
function Silenced() {
  const { settings } = useLectern()
  useSettings()
  const count = silencedProblems(settings).length
  if (count === 0) return null
  return (
    <p className={styles.silenced}>
      {count === 1 ? 'One kind is not told of.' : `${count} kinds are not told of.`}
      <Button look="quiet" onClick={() => tellAllProblems(settings)}>
        Tell of all
      </Button>
    </p>
  )
}

const severities = {
  error: { tone: 'danger', name: 'Error' },
  warning: { tone: 'warning', name: 'Warning' },
  info: { tone: 'neutral', name: 'Hint' },
} as const

function ProblemRow({ problem }: { readonly problem: ShownProblem }) {
  const lectern = useLectern()
  const { editor, settings } = lectern
  const { code, fix, line, message, severity } = problem
  const { tone, name } = severities[severity]
  return (
    <li className={styles.problem}>
      <button
        type="button"
        className={styles.place}
        onClick={() => editor.reveal(offsetOfLine(editor.doc(), line))}
      >
        <span className={styles.message}>{message}</span>
        <span className={styles.facts}>
          <Badge tone={tone}>{name}</Badge> line {line}
        </span>
      </button>
      <div className={styles.fix}>
        {fix && (
          <Button look="quiet" icon="check" onClick={() => applyFix(lectern, fix)}>
            {fix.title}
          </Button>
        )}
        {severity !== 'error' && (
          <Button
            look="quiet"
            title="No problem of this kind is told of again, in any post"
            onClick={() => silenceProblem(settings, code)}
          >
            Not this kind
          </Button>
        )}
      </div>
    </li>
  )
}
