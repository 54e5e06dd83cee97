import type { PublishState } from '../../core/contract/index.ts'
import type { ExportReceipt } from '../../core/export/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Export.module.css'
import type { ExportSession, ExportState } from './export-session.ts'
import { usePublishState } from './use-publish-state.ts'

interface ExportReceiptViewProps {
  readonly session: ExportSession
  readonly state: Extract<ExportState, { type: 'done' | 'undone' }>
  readonly onClose: () => void
}

/** What happened, and the way back. */
export function ExportReceiptView({ session, state, onClose }: ExportReceiptViewProps) {
  const { dialogs, host, notices } = useLectern()
  const publishing = usePublishState()
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
          {publishing?.push === 'conflict' && (
            <Button onClick={() => dialogs.open('push-conflicts')}>Choose…</Button>
          )}
          {receipt.commit_id !== null && canPush(publishing) && (
            <Button icon="publish" onClick={() => void host.pushNow().catch(notices.report)}>
              Push now
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
        <Notice tone={receipt.commit_id !== null && publishing?.pushProblem !== undefined ? 'warning' : 'ok'}>
          {summary(receipt, publishing)}
        </Notice>
        <ul className={styles.files}>
          {receipt.operations.slice(0, mostFiles).map(operation => (
            <li key={operation.path}>{operation.path}</li>
          ))}
          {receipt.operations.length > mostFiles && (
            <li>and {(receipt.operations.length - mostFiles).toLocaleString()} more</li>
          )}
        </ul>
        {addressesOf(receipt).map(address => (
          <p key={address} className={styles.address}>
            <code>{address}</code>
            <Button look="quiet" icon="copy" onClick={() => void copyAddress(address)}>
              Copy address
            </Button>
          </p>
        ))}
      </div>
    </Dialog>
  )
}

/** With the site's own host in front, where it names one. */
function addressesOf({ pages, urls }: ExportReceipt): readonly string[] {
  const all = pages?.map(page => page.address) ?? urls
  return all.length > mostAddresses ? [] : all
}

const mostFiles = 50

/** More are no list to read. */
const mostAddresses = 8

function canPush(state: PublishState | undefined): boolean {
  return (state?.ahead ?? 0) > 0 && state?.push !== 'running' && state?.push !== 'conflict'
}

function summary(receipt: ExportReceipt, state: PublishState | undefined): string {
  const count = receipt.operations.length
  const files = count === 1 ? '1 file' : `${count.toLocaleString()} files`
  if (receipt.commit_id === null) return `${files} copied into ${receipt.repo}.`
  const commit = `${files} committed as ${receipt.commit_id.slice(0, 7)}${receipt.branch ? ` on ${receipt.branch}` : ''}`
  if (!state) return `${commit}.`
  if (state.ahead === undefined) return `${commit}. This repository has no remote to push to.`
  if (state.ahead === 0) return `${commit} and pushed.`
  if (state.push === 'running') return `${commit}. Not on the site yet: pushing…`
  if (state.pushProblem !== undefined) return `${commit}. ${state.pushProblem}`
  if (state.push === 'queued')
    return `${commit}. Not on the site yet: the push follows when the network is back.`
  return `${commit}. Not on the site yet: it is not pushed.`
}
