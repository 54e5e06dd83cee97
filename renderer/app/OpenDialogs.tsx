import { createElement, useLayoutEffect, useReducer } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from '../state/use-store.ts'
import { later } from './lazily.ts'
import { useLectern } from './lectern-context.ts'

const host = later(async () => (await import('./DialogHost.tsx')).DialogHost)

/**
 * The place of dialogs; their code is loaded in the first pause, or with the first that opens. Once it is there, a
 * dialog has the keyboard before the next key; until then keys wait.
 */
export function OpenDialogs() {
  const { dialogs, keys, notices } = useLectern()
  const isOpen = useStore(dialogs) !== undefined
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  const DialogHost = host.get()
  const isMissing = isOpen && !DialogHost
  useLayoutEffect(() => {
    if (!isMissing) return
    const show = async (): Promise<void> => {
      await host.load()
      await keys.composed()
      keys.giveFocusBack()
      flushSync(lookAgain)
    }
    keys.during(show()).catch((error: unknown) => {
      dialogs.close()
      notices.report(error)
    })
  }, [isMissing, dialogs, keys, notices])
  return isOpen && DialogHost && createElement(DialogHost)
}
