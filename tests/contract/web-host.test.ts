import { onTestFinished } from 'vitest'

import {
  type HostApi,
  type HostEvent,
  type Reply,
  createClient,
  hostMethods,
  loopback,
} from '../../core/contract/index.ts'
import { startWebHost } from '../../electron/hosts/web/main.ts'
import { hostSuite } from './host-suite.ts'

hostSuite('The loopback host', async (folder, home) => {
  const server = await startWebHost({ env: { ...process.env, LECTERN_HOME: home }, folder })
  onTestFinished(() => server.close())
  const headers = { authorization: loopback.authorization(server.token) }
  const send = async (method: string, args: readonly unknown[]): Promise<Reply> => {
    const response = await fetch(`${server.origin}${loopback.methodPath(method)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    })
    return (await response.json()) as Reply
  }
  const stream = await fetch(`${server.origin}${loopback.eventsPath}`, { headers })
  return {
    host: createClient<HostApi>(hostMethods, send),
    send,
    events: listen => {
      void follow(stream, listen)
      return () => {}
    },
  }
})

/** Until the server goes. */
async function follow(stream: Response, listen: (event: HostEvent) => void): Promise<void> {
  try {
    for await (const text of stream.body!.pipeThrough(new TextDecoderStream()))
      for (const [, data] of text.matchAll(/^data: (.*)$/gm)) listen(JSON.parse(data!) as HostEvent)
  } catch {
    // Closed with the test.
  }
}
