import { useEffect, useRef, useState } from 'react'
import type { ExportPlan } from '../../core/export/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, TextArea } from '../ui/Field.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import styles from './Export.module.css'
import { Findings } from './Findings.tsx'
import { OperationList } from './OperationList.tsx'
import type { ExportSession, ExportState } from './export-session.ts'
import { useExportProgress } from './use-export-progress.ts'

interface ExportReviewProps {
  readonly session: ExportSession
  readonly state: Extract<ExportState, { type: 'review' | 'running' }>
  readonly onClose: () => void
}

/** The plan: findings, files with their diffs or rendered pages, the commit message. */
export function ExportReview({ session, state, onClose }: ExportReviewProps) {
  const { plan, planId } = state.planned
  const running = state.type === 'running'
  const [typed, setTyped] = useState<string>()
  const message = typed ?? plan.commit?.message ?? ''
  const failure = state.type === 'review' ? state.failure : undefined
  const stopped = plan.findings.some(finding => finding.severity === 'error')
  const button = useRef<HTMLButtonElement>(null)
  // What was in the way is put right: the next Enter publishes.
  useEffect(() => {
    if (!stopped && document.activeElement === document.body) button.current?.focus()
  })
  const leave = (): void => (running ? void session.cancel() : onClose())

  async function publish(): Promise<void> {
    if (plan.commit && message !== plan.commit.message) await session.plan(message)
    await session.apply()
  }

  if (plan.operations.length === 0)
    return (
      <Dialog title="Publish" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
        <EmptyState title="Nothing to publish">The site already has this text, letter for letter.</EmptyState>
      </Dialog>
    )
  return (
    <Dialog
      title="Publish"
      lead={<Target plan={plan} session={session} />}
      size="large"
      onClose={leave}
      actions={
        <>
          {running && <Progress />}
          <Button onClick={leave}>Cancel</Button>
          <Button
            ref={button}
            look={stopped ? 'danger' : 'primary'}
            icon="publish"
            autoFocus={!stopped}
            disabled={running}
            onClick={() => void publish()}
          >
            {plan.commit ? 'Commit' : 'Copy'} {countOf(plan.operations.length)}
            {stopped && ' anyway'}
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        {failure && <Notice tone="danger">{failure}</Notice>}
        <Findings
          findings={plan.findings}
          ofOneFile={plan.operations.length === 1}
          onFix={fix => void session.fix(fix)}
        />
        <OperationList plan={plan} planId={planId} />
        <Companions plan={plan} session={session} />
        {plan.commit && (
          <TextArea
            label="Commit message"
            value={message}
            disabled={running}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Where it goes, and a way to another place where that was chosen. */
function Target({ plan, session }: { readonly plan: ExportPlan; readonly session: ExportSession }) {
  return (
    <>
      Into {plan.repo}
      {plan.branch && (
        <>
          , branch <strong>{plan.branch}</strong>
        </>
      )}
      {session.target() !== undefined && (
        <button type="button" className={styles.another} onClick={() => session.askWhere()}>
          Another place…
        </button>
      )}
    </>
  )
}

/** How far an export is that takes longer than a moment. */
function Progress() {
  const { connection } = useLectern()
  const { done, total } = useExportProgress(connection)
  return (
    <span className={styles.progress} role="status">
      {total > 1 && done < total ? `${done.toLocaleString()} of ${total.toLocaleString()}` : 'Publishing…'}
      {total > 1 && <progress max={total} value={done} aria-label="Published so far" />}
    </span>
  )
}

/** Files that went into one commit with these posts last time, and those that were ticked. */
function Companions({ plan, session }: { readonly plan: ExportPlan; readonly session: ExportSession }) {
  const along = session.along()
  const all = [...new Set([...(plan.companions ?? []), ...along])].toSorted()
  return all.map(path => (
    <Checkbox
      key={path}
      label={`Take ${path} along`}
      hint="It was committed together with this post last time and has changes now."
      checked={along.includes(path)}
      onChange={event => void session.take(path, event.currentTarget.checked)}
    />
  ))
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files.toLocaleString()} files`
}
