import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { copiedAddress } from './copied-addresses.ts'

/** Tells the writer when an edit gives a post another address than the one that was copied, and offers the way back. */
export function useCopiedAddress({ page, settings, notices, editor }: Lectern): void {
  useEffect(() => {
    let told = ''
    return page.subscribe(() => {
      const { path, url, publicUrl = url } = page.get()
      const copied = path === undefined ? undefined : copiedAddress(settings, path)
      if (path === undefined || publicUrl === undefined || copied === undefined) return
      if (copied === publicUrl || told === publicUrl) {
        if (copied === publicUrl) told = ''
        return
      }
      told = publicUrl
      notices.show({
        kind: 'info',
        text: `You copied ${copied}, and this post is at ${publicUrl} now. Who has the old address will not find it.`,
        action: { label: 'Undo the change', run: () => editor.undo() },
      })
    })
  }, [page, settings, notices, editor])
}
