import { useState } from 'react'
import type { ExportFinding, ExportOperation, ExportPlan, FindingFix } from '../../core/export/index.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Diff } from '../ui/Diff.tsx'
import { Checkbox, TextArea } from '../ui/Field.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import styles from './Export.module.css'
import type { ExportSession, ExportState } from './export-session.ts'

interface ExportReviewProps {
  readonly session: ExportSession
  readonly state: Extract<ExportState, { type: 'review' | 'running' }>
  readonly onClose: () => void
}

/** The plan: findings, files with their diffs, the commit message. */
export function ExportReview({ session, state, onClose }: ExportReviewProps) {
  const { plan } = state.planned
  const running = state.type === 'running'
  const [message, setMessage] = useState(plan.commit?.message ?? '')
  const failure = state.type === 'review' ? state.failure : undefined
  const stopped = plan.findings.some(finding => finding.severity === 'error')

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
      lead={<Target plan={plan} />}
      size="large"
      onClose={onClose}
      actions={
        <>
          {running && <span role="status">Publishing…</span>}
          <Button onClick={() => (running ? void session.cancel() : onClose())}>Cancel</Button>
          <Button
            look={stopped ? 'danger' : 'primary'}
            icon="publish"
            autoFocus={!stopped}
            disabled={running}
            onClick={() => void publish()}
          >
            {plan.commit ? 'Commit' : 'Copy'} {countOf(plan.operations)}
            {stopped && ' anyway'}
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        {failure && <Notice tone="danger">{failure}</Notice>}
        <Findings findings={plan.findings} onFix={fix => void session.fix(fix)} />
        <Companions plan={plan} session={session} />
        {plan.operations.map(operation => (
          <Operation key={operation.path} operation={operation} />
        ))}
        {plan.commit && (
          <TextArea
            label="Commit message"
            value={message}
            disabled={running}
            onChange={event => setMessage(event.currentTarget.value)}
          />
        )}
      </div>
    </Dialog>
  )
}

function Target({ plan }: { readonly plan: ExportPlan }) {
  return (
    <>
      Into {plan.repo}
      {plan.branch && (
        <>
          , branch <strong>{plan.branch}</strong>
        </>
      )}
      {plan.urls.map(url => (
        <span key={url} className={styles.url}>
          {url}
        </span>
      ))}
    </>
  )
}

const tones = { error: 'danger', warning: 'warning', info: 'info' } as const

interface FindingsProps {
  readonly findings: readonly ExportFinding[]
  readonly onFix: (fix: FindingFix) => void
}

function Findings({ findings, onFix }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings} aria-label="Before you publish">
      {findings.map((finding, index) => (
        <li key={index}>
          <Notice tone={tones[finding.severity]} actions={<Fixes finding={finding} onFix={onFix} />}>
            {finding.message}
            {finding.path && (
              <span className={styles.place}>
                {' '}
                {finding.path}
                {finding.line !== undefined && `, line ${finding.line}`}
              </span>
            )}
          </Notice>
        </li>
      ))}
    </ul>
  )
}

function Fixes({
  finding,
  onFix,
}: {
  readonly finding: ExportFinding
  readonly onFix: FindingsProps['onFix']
}) {
  const fixes = [...(finding.fix ? [finding.fix] : []), ...(finding.otherFixes ?? [])]
  return fixes.map(fix => (
    <Button key={fix.id} onClick={() => onFix(fix)}>
      {fix.title}
    </Button>
  ))
}

/** Files that went into one commit with these posts last time. */
function Companions({ plan, session }: { readonly plan: ExportPlan; readonly session: ExportSession }) {
  return (plan.companions ?? []).map(path => (
    <Checkbox
      key={path}
      label={`Take ${path} along`}
      hint="It was committed together with this post last time and has changes now."
      checked={session.takes(path)}
      onChange={event => void session.take(path, event.currentTarget.checked)}
    />
  ))
}

const verbs = { write: 'writes', move: 'moves', delete: 'removes' } as const

function Operation({ operation }: { readonly operation: ExportOperation }) {
  return (
    <section className={styles.operation} aria-label={operation.path}>
      <h3 className={styles.path}>
        <Badge tone={operation.type === 'delete' ? 'danger' : 'accent'}>{verbs[operation.type]}</Badge>
        {operation.from && <span className={styles.from}>{operation.from} → </span>}
        <span>{operation.path}</span>
      </h3>
      {operation.diff && <Diff diff={operation.diff} label={`What changes in ${operation.path}`} />}
    </section>
  )
}

function countOf(operations: readonly ExportOperation[]): string {
  return operations.length === 1 ? '1 file' : `${operations.length} files`
}
