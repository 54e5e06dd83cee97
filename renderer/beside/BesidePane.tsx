import type { Lectern } from '../app/lectern.ts'
import { LecternContext } from '../app/lectern-context.ts'
import { EditorPane } from '../editor/EditorPane.tsx'
import { useLinkClicks } from '../links/use-link-clicks.ts'
import { usePostDrop } from '../links/use-post-drop.ts'
import { usePictureDrop } from '../pictures/use-picture-drop.ts'
import { useProblemMarks } from '../problems/use-problem-marks.ts'
import { useCopiedAddress } from '../share/use-copied-address.ts'
import { useSpellingMenu } from '../spelling/use-spelling-menu.ts'
import { IconButton } from '../ui/Button.tsx'
import { PostHeader } from './PostHeader.tsx'

/** The second post of the window, to read and to write in. */
export function BesidePane({ lectern }: { readonly lectern: Lectern }) {
  const { beside, notices } = lectern
  useProblemMarks(lectern)
  usePictureDrop(lectern)
  useLinkClicks(lectern)
  usePostDrop(lectern)
  useSpellingMenu(lectern)
  useCopiedAddress(lectern)
  return (
    <LecternContext value={lectern}>
      <EditorPane
        label="Post beside"
        header={
          <PostHeader>
            <IconButton
              icon="swap"
              label="The two posts change places"
              onClick={() => void beside.swap().catch(notices.report)}
            />
            <IconButton
              icon="close"
              label="Close the post beside"
              onClick={() => void beside.close().catch(notices.report)}
            />
          </PostHeader>
        }
      />
    </LecternContext>
  )
}
