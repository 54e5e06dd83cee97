import { useEffect, useState } from 'react'
import { unifiedDiff } from '../../core/text/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { saveOpenPosts, tellWritten } from '../beside/open-desks.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Diff } from '../ui/Diff.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { type PlannedRename, planRenameInPosts, writePosts } from './rename-in-posts.ts'

export interface RenameInPostsProps {
  readonly label: string
  readonly proposed: string
  readonly paths: readonly string[]
  readonly onClose: () => void
}

/** Shows what a rename makes of each post before any of them is written. */
export function RenameInPosts({ label, proposed, paths, onClose }: RenameInPostsProps) {
  const lectern = useLectern()
  const { host, notices, links } = lectern
  const [name, setName] = useState(proposed)
  const [plan, setPlan] = useState<PlannedRename>()
  useEffect(() => {
    let current = true
    planRenameInPosts(host, paths, label, name.trim()).then(made => current && setPlan(made), notices.report)
    return () => {
      current = false
    }
  }, [host, notices, paths, label, name])

  async function write(): Promise<void> {
    onClose()
    // What is typed and not saved yet would stand against the new text on disk.
    if (!(await saveOpenPosts(lectern, paths))) return
    const fresh = await planRenameInPosts(host, paths, label, name.trim())
    const undo = await writePosts(host, fresh.posts, notices.report)
    tellWritten(lectern, paths)
    links.refresh()
    notices.show({
      kind: 'success',
      text: undo.length === 1 ? 'Changed one post.' : `Changed ${undo.length} posts.`,
      action: { label: 'Undo', run: () => void writePosts(host, undo, notices.report) },
    })
  }

  return (
    <Dialog
      title={`Another label for “${label}”`}
      lead="What is published stays as it is. Nothing is written before you say so."
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={!plan || plan.posts.length === 0}
            onClick={() => void write().catch(notices.report)}
          >
            Write {paths.length === 1 ? 'the post' : `${plan?.posts.length ?? 0} posts`}
          </Button>
        </>
      }
    >
      <TextField
        label="Label"
        autoFocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      {plan?.refused.map(({ path, reason }) => (
        <Notice key={path} tone="warning">
          {path}: {reason}
        </Notice>
      ))}
      {plan?.posts.map(({ path, before, after }) => (
        <section key={path} aria-label={path}>
          <h3>{path}</h3>
          <Diff diff={unifiedDiff(path, before, after)} label={`Changes in ${path}`} />
        </section>
      ))}
    </Dialog>
  )
}
