import { vi } from 'vitest'

import {
  type HostApi,
  type HostEvent,
  type Reply,
  createClient,
  hostMethods,
} from '../../core/contract/index.ts'
import { startDesktop } from '../support/desktop-app.ts'
import { hostSuite } from './host-suite.ts'

hostSuite('The desktop host', async (folder, home) => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const { call, window } = await startDesktop(home, [folder])
  // Values cross between Electron's processes as by structured clone.
  const send = async (method: string, args: readonly unknown[]): Promise<Reply> =>
    structuredClone(await call(method, ...structuredClone(args)))
  return {
    host: createClient<HostApi>(hostMethods, send),
    send,
    events: listen => {
      window.webContents.onSend = (_, event) => listen(structuredClone(event) as HostEvent)
      return () => {
        window.webContents.onSend = () => {}
      }
    },
  }
})
