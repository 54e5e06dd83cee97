import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './LinkDialog.module.css'

/** Where a link of the preview leads, before anything opens. */
export function LinkDialog({ argument, onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const url = String(argument)
  const open = () => {
    onClose()
    host.openExternal(url).catch(notices.report)
  }
  const copy = () => {
    onClose()
    navigator.clipboard
      .writeText(url)
      .then(() => notices.show({ kind: 'success', text: 'The address is on the clipboard.' }), notices.report)
  }
  return (
    <Dialog
      title="Open this link?"
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onClick={copy}>
            Copy address
          </Button>
          <Button look="primary" icon="external" onClick={open} autoFocus>
            Open in the browser
          </Button>
        </>
      }
    >
      <p className={styles.url}>{url}</p>
    </Dialog>
  )
}
