import type { ExportReceipt } from '../../core/export/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Export.module.css'
import type { ExportSession, ExportState } from './export-session.ts'

interface ExportReceiptViewProps {
  readonly session: ExportSession
  readonly state: Extract<ExportState, { type: 'done' | 'undone' }>
  readonly onClose: () => void
}

/** What happened, and the way back. */
export function ExportReceiptView({ session, state, onClose }: ExportReceiptViewProps) {
  const { notices } = useLectern()
  const { receipt } = state
  if (state.type === 'undone')
    return (
      <Dialog title="Taken back" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
        <Notice tone="ok">
          The repository is as it was before this export. Your text is still in the editor.
        </Notice>
      </Dialog>
    )
  const copyAddress = (url: string) =>
    navigator.clipboard
      .writeText(url)
      .then(() => notices.show({ kind: 'success', text: 'Address copied.' }), notices.report)
  return (
    <Dialog
      title={receipt.commit_id === null ? 'Copied' : 'Committed'}
      onClose={onClose}
      actions={
        <>
          {receipt.undo_id !== null && (
            <Button icon="undo" onClick={() => void session.undo()}>
              Undo
            </Button>
          )}
          <Button look="primary" autoFocus onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        {state.failure && <Notice tone="danger">{state.failure}</Notice>}
        <Notice tone="ok">{summary(receipt)}</Notice>
        <ul className={styles.files}>
          {receipt.operations.map(operation => (
            <li key={operation.path}>{operation.path}</li>
          ))}
        </ul>
        {receipt.urls.map(url => (
          <p key={url} className={styles.address}>
            <code>{url}</code>
            <Button look="quiet" icon="copy" onClick={() => void copyAddress(url)}>
              Copy address
            </Button>
          </p>
        ))}
      </div>
    </Dialog>
  )
}

function summary(receipt: ExportReceipt): string {
  const files = receipt.operations.length === 1 ? '1 file' : `${receipt.operations.length} files`
  if (receipt.commit_id === null) return `${files} copied into ${receipt.repo}.`
  const commit = `${files} committed as ${receipt.commit_id.slice(0, 7)}${receipt.branch ? ` on ${receipt.branch}` : ''}`
  if (receipt.pushed === true) return `${commit} and pushed.`
  if (receipt.pushed === 'queued')
    return `${commit}. Not on the site yet: the push follows when the network is back.`
  return `${commit}. Not on the site yet: it is not pushed.`
}
