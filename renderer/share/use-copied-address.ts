import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { publicAddress } from './address-change.ts'
import { copiedAddress } from './copied-addresses.ts'

/** Half an address is nothing to speak of. */
const pauseMs = 700

/**
 * Tells the writer when what is typed takes a post away from the address that was copied, and offers the way back.
 * Commands and forms ask before.
 */
export function useCopiedAddress(lectern: Lectern): void {
  useEffect(() => {
    const { page, document, editor, settings, notices } = lectern
    let seen: { readonly path: string; readonly address: string } | undefined
    const look = async (): Promise<void> => {
      const { path } = document.get()
      if (path === undefined || copiedAddress(settings, path) === undefined) return
      const address = await publicAddress(lectern, path, editor.text())
      const copied = copiedAddress(settings, path)
      if (address === undefined || path !== document.get().path) return
      const before = seen
      seen = { path, address }
      if (before?.path !== path || before.address !== copied || address === copied) return
      notices.show({
        kind: 'info',
        text: `You copied ${copied}, and this post is at ${address} now. Who has the old address will not find it.`,
        action: { label: 'Undo the change', run: () => editor.undo() },
      })
    }
    let pause: ReturnType<typeof setTimeout> | undefined
    const lookSoon = (): void => {
      clearTimeout(pause)
      pause = setTimeout(() => void look(), pauseMs)
    }
    /** What is copied is the address of that moment. */
    const takeCopied = (): void => {
      const { path } = document.get()
      const address = path === undefined ? undefined : copiedAddress(settings, path)
      if (path === undefined || address === undefined || seen?.path === path) return
      seen = { path, address }
    }
    lookSoon()
    // The post beside is not rendered: what is typed in it is heard of by its editor.
    const onTyped = editor.onChange(({ docChanged }) => docChanged && lookSoon())
    const ends = [page.subscribe(lookSoon), onTyped, settings.subscribe(takeCopied)]
    return () => {
      clearTimeout(pause)
      for (const end of ends) end()
    }
  }, [lectern])
}
