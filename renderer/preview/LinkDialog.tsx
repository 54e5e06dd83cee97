import { useEffect, useState } from 'react'
import type { PostSummary } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './LinkDialog.module.css'
import { ownPostAt } from './own-post-at.ts'

/** Where a link of the preview leads, before anything opens. */
export function LinkDialog({ argument, onClose }: DialogProps) {
  const lectern = useLectern()
  const { desk, host, notices } = lectern
  const url = String(argument)
  const [post, setPost] = useState<PostSummary>()
  useEffect(() => {
    let current = true
    ownPostAt(lectern, url).then(found => current && setPost(found), notices.report)
    return () => {
      current = false
    }
  }, [lectern, notices, url])
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
      size={post ? 'medium' : 'small'}
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onClick={copy}>
            Copy address
          </Button>
          {post && (
            <Button
              onClick={() => {
                onClose()
                void desk.open(post.path).catch(notices.report)
              }}
            >
              Open the post
            </Button>
          )}
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
