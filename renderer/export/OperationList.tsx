import { useState } from 'react'
import type { ExportOperation, ExportPlan, PlannedPage } from '../../core/export/index.ts'
import { useLectern, useSettings } from '../app/lectern-context.ts'
import { Badge } from '../ui/Badge.tsx'
import { Diff } from '../ui/Diff.tsx'
import styles from './Export.module.css'
import { RenderedChange } from './RenderedChange.tsx'

type View = 'text' | 'page'

const views: readonly { readonly id: View; readonly label: string }[] = [
  { id: 'text', label: 'Text' },
  { id: 'page', label: 'Page' },
]

const viewKey = 'publish.view'

/** More than these stand folded: a thousand diffs are no review. */
const mostUnfolded = 5

interface OperationListProps {
  readonly plan: ExportPlan
  readonly planId: string
}

/** Every change of a plan: its file, the address it will have, and what differs, as text or as the rendered page. */
export function OperationList({ plan, planId }: OperationListProps) {
  const { settings } = useLectern()
  useSettings()
  const view: View = settings.string(viewKey, 'text') === 'page' ? 'page' : 'text'
  const pages = new Map((plan.pages ?? []).map(page => [page.path, page]))
  const hasPages = plan.operations.some(operation => isRendered(operation, pages.get(operation.path)))
  return (
    <div className={styles.operations}>
      {hasPages && <Views shown={view} onShow={next => settings.set('user', viewKey, next)} />}
      {plan.operations.map(operation => (
        <Operation
          key={operation.path}
          operation={operation}
          page={pages.get(operation.path)}
          folded={plan.operations.length > mostUnfolded}
        >
          {view === 'page' && isRendered(operation, pages.get(operation.path)) ? (
            <RenderedChange planId={planId} repo={plan.repo} operation={operation} />
          ) : (
            operation.diff && <Diff diff={operation.diff} label={`What changes in ${operation.path}`} />
          )}
        </Operation>
      ))}
    </div>
  )
}

interface ViewsProps {
  readonly shown: View
  readonly onShow: (view: View) => void
}

function Views({ shown, onShow }: ViewsProps) {
  return (
    <div className={styles.views} role="group" aria-label="The review shows">
      {views.map(({ id, label }) => (
        <button key={id} type="button" aria-pressed={id === shown} onClick={() => onShow(id)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** Files Jekyll makes a page of; pictures and what is removed have none to show. */
function isRendered({ type, diff }: ExportOperation, page: PlannedPage | undefined): boolean {
  return type !== 'delete' && diff !== '' && page !== undefined
}

const verbs = { write: 'writes', move: 'moves', delete: 'removes' } as const

interface OperationProps {
  readonly operation: ExportOperation
  readonly page: PlannedPage | undefined
  readonly folded: boolean
  readonly children: React.ReactNode
}

function Operation({ operation, page, folded, children }: OperationProps) {
  const [open, setOpen] = useState(!folded)
  const heading = (
    <>
      <h3 className={styles.path}>
        <Badge tone={operation.type === 'delete' ? 'danger' : 'accent'}>{verbs[operation.type]}</Badge>
        {operation.from && <span className={styles.from}>{operation.from} → </span>}
        <span>{operation.path}</span>
      </h3>
      {page && (
        <p className={styles.becomes}>
          {page.visible ? 'Will be at' : 'Hidden for now; later at'} <span>{page.address}</span>
        </p>
      )}
    </>
  )
  if (!folded)
    return (
      <section className={styles.operation} aria-label={operation.path}>
        {heading}
        {children}
      </section>
    )
  return (
    <details
      className={styles.operation}
      aria-label={operation.path}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{heading}</summary>
      {open && children}
    </details>
  )
}
