import { useMemo } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'
import { Picker } from '../ui/Picker.tsx'
import { showDay } from './show-day.ts'

/** Any post of the folder by a few letters of its title or path; with the argument `beside`, as the second one. */
export function QuickOpen({ argument, onClose }: DialogProps) {
  const { beside, desk, keys, notices } = useLectern()
  const isBeside = argument === 'beside'
  const { posts } = useWorkspace()
  const items = useMemo(
    () =>
      posts.map(post => ({
        id: post.path,
        label: post.title,
        detail: post.path,
        aside: post.date && <time dateTime={post.date}>{showDay(post.date)}</time>,
      })),
    [posts],
  )
  return (
    <Picker
      label={isBeside ? 'Open a post beside' : 'Open a post'}
      placeholder="Title or file name"
      items={items}
      onClose={onClose}
      onPick={(path, withMod) =>
        void keys.during(isBeside || withMod ? beside.open(path) : desk.open(path)).catch(notices.report)
      }
    />
  )
}
