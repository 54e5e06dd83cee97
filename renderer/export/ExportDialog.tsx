import { useEffect, useState } from 'react'
import type { ExportRequest } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { Notice } from '../ui/Notice.tsx'
import { ChooseRepository } from './ChooseRepository.tsx'
import { ExportReceiptView } from './ExportReceiptView.tsx'
import { ExportReview } from './ExportReview.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { type ExportSession, createExportSession } from './export-session.ts'
import { forgetKept, keepPost, whenWords } from './kept-posts.ts'
import { repositoryKey } from './repository-key.ts'

/** Shows what an export would change, does it on the second press of Enter, and gives the receipt with an Undo. */
export function ExportDialog({ argument, onClose }: DialogProps) {
  const { host, settings } = useLectern()
  const [session] = useState(() =>
    createExportSession({
      host,
      request: argument as ExportRequest,
      onTarget: repo => settings.set('folder', repositoryKey, repo),
      onKept: (post, until) => keepPost(settings, post, until),
      onDone: posts => forgetKept(settings, posts),
    }),
  )
  useEffect(() => void session.plan(), [session])
  const state = useStore(session)
  switch (state.type) {
    case 'planning':
      return (
        <Dialog title="Publish" size="large" onClose={onClose}>
          <p role="status" tabIndex={-1} {...focusFirst({ autoFocus: true })}>
            Looking at what would change…
          </p>
        </Dialog>
      )
    case 'review':
    case 'running':
      return <ExportReview session={session} state={state} onClose={onClose} />
    case 'done':
    case 'undone':
      return <ExportReceiptView session={session} state={state} onClose={onClose} />
    case 'kept':
      return <Kept post={state.post} until={whenWords(state.until, state.at)} onClose={onClose} />
    case 'refused':
      return <Refused session={session} code={state.code} reason={state.reason} onClose={onClose} />
  }
}

interface RefusedProps {
  readonly session: ExportSession
  readonly code: string | undefined
  readonly reason: string
  readonly onClose: () => void
}

function Refused({ session, code, reason, onClose }: RefusedProps) {
  if (code === 'export.no-target' || code === 'folder.not-found')
    return (
      <ChooseRepository
        failure={code === 'folder.not-found' ? reason : undefined}
        tried={session.target()}
        onChosen={repo => void session.into(repo)}
        onClose={onClose}
      />
    )
  if (code === 'git.no-identity') return <IdentityForm reason={reason} session={session} onClose={onClose} />
  return (
    <Dialog
      title="Nothing was published"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {session.target() !== undefined && (
            <>
              <Button onClick={() => session.askWhere()}>Another place…</Button>
              {code?.startsWith('git.') && (
                <Button onClick={() => void session.withoutCommit()}>Copy without a commit</Button>
              )}
            </>
          )}
          <Button look="primary" onClick={() => void session.plan()}>
            Try again
          </Button>
        </>
      }
    >
      <Notice tone="danger">{reason}</Notice>
    </Dialog>
  )
}

interface KeptProps {
  readonly post: string
  readonly until: string
  readonly onClose: () => void
}

/** Nothing went out, as the writer wished. */
function Kept({ post, until, onClose }: KeptProps) {
  return (
    <Dialog
      title="Kept here"
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onClick={onClose}>
          Done
        </Button>
      }
    >
      <Notice tone="ok">
        {post} stays here. From {until} on it is ready to publish: the list and the status bar say so then,
        and Lectern tells you once if it is open.
      </Notice>
    </Dialog>
  )
}
