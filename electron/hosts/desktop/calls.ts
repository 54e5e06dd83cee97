import { type IpcMainInvokeEvent, ipcMain } from 'electron'

import { type HostApi, type Reply, dispatch, hostMethods } from '../../../core/contract/index.ts'
import { isAppUrl } from './app-page.ts'
import { channels } from './channels.ts'

export interface Calls {
  /** All that was asked is answered. */
  readonly settled: () => Promise<void>
}

/**
 * Answers the calls of our own page. What comes from any other frame (a player in the preview, a page that came to be
 * shown in our window) is refused before it is looked at.
 */
export function answerCalls(api: HostApi, report: (error: unknown) => void): Calls {
  const open = new Set<Promise<Reply>>()
  ipcMain.handle(channels.call, async (event, method: unknown, args: unknown): Promise<Reply> => {
    if (!isOwnPage(event)) throw new Error('calls are answered to the page of the app only')
    if (typeof method !== 'string' || !Array.isArray(args)) throw new Error('a name and a list were expected')
    const reply = dispatch(api, hostMethods, method, args, report)
    open.add(reply)
    void reply.finally(() => open.delete(reply))
    return reply
  })
  return {
    settled: async () => {
      await Promise.allSettled(open)
    },
  }
}

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url)
}
