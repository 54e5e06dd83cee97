import { useState } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FollowingLinksList } from './FollowingLinksList.tsx'
import type { FollowingLink } from './links-to-post.ts'
import { mendLinks } from './mend-links.ts'
import { useChoice } from './use-choice.ts'

/** A draft that became a post is at another address: the links of other posts to it can follow. */
export function FollowLinksDialog({ argument, onClose }: DialogProps) {
  const lectern = useLectern()
  const { notices } = lectern
  const [links] = useState(() => argument as readonly FollowingLink[])
  const { leftOut, choose } = useChoice()
  const chosen = links.filter(link => !leftOut.has(link.key))

  async function mend(): Promise<void> {
    onClose()
    const takeBack = await mendLinks(lectern, chosen)
    notices.show({
      kind: 'success',
      text:
        chosen.length === 1
          ? 'A link of another post follows.'
          : `${chosen.length} links of other posts follow.`,
      action: { label: 'Undo', run: () => void takeBack().catch(notices.report) },
    })
  }

  return (
    <Dialog
      title="Links to this post"
      lead="They lead to where it was as a draft."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave them</Button>
          <Button
            look="primary"
            autoFocus
            disabled={chosen.length === 0}
            onClick={() => void mend().catch(notices.report)}
          >
            Mend
          </Button>
        </>
      }
    >
      <FollowingLinksList links={links} leftOut={leftOut} onChoose={choose} />
    </Dialog>
  )
}
