import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import {
  type HostEvent,
  type Reply,
  createClient,
  draftsMethods,
  historyMethods,
  postsMethods,
} from '../../core/contract/index.ts'
import type { FromService, ServiceApi, ToService } from './service.ts'

/** A running service as the page sees it, and as the hand that kills it. */
export interface ServiceProcess {
  readonly api: ServiceApi
  /** Methods asked for and not answered yet. */
  readonly underWay: () => readonly string[]
  readonly onEvent: (listen: (event: HostEvent) => void) => void
  readonly open: (home: string) => Promise<void>
  /** SIGKILL; resolves when the process is gone. What was under way is never answered. */
  readonly kill: () => Promise<void>
}

const methods = { ...postsMethods, ...draftsMethods, ...historyMethods }

/** Starts a service; it waits to be told which folder to open. */
export async function startService(bundle: string, session: string): Promise<ServiceProcess> {
  const child = fork(bundle, {
    execArgv: ['--no-warnings'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(bundle), 'compiled') },
  })
  let isKilled = false
  // A service that ends by itself is a fault of the rig or of the service, and must not look like a kill.
  child.on('exit', (code, signal) => {
    if (!isKilled) throw new Error(`the service ended by itself (${code ?? signal})`)
  })
  const waiting = new Map<number, { readonly method: string; readonly answer: (reply: Reply) => void }>()
  let listen: (event: HostEvent) => void = () => {}
  let opened: () => void = () => {}
  let nextId = 0
  child.on('message', (message: FromService) => {
    if (message.type === 'event') listen(message.event)
    if (message.type === 'opened') opened()
    if (message.type !== 'reply') return
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    asked?.answer(message.reply)
  })
  await once(child, 'message')
  return {
    api: createClient<ServiceApi>(methods, (method, args) => {
      const id = nextId++
      return new Promise(answer => {
        waiting.set(id, { method, answer })
        post(child, { type: 'call', id, method, args })
      })
    }),
    underWay: () => [...waiting.values()].map(({ method }) => method),
    onEvent: next => (listen = next),
    open: home =>
      new Promise(resolve => {
        opened = resolve
        post(child, { type: 'open', home, session })
      }),
    kill: async () => {
      const gone = once(child, 'exit')
      isKilled = true
      child.kill('SIGKILL')
      await gone
    },
  }
}

function post(child: ChildProcess, message: ToService): void {
  if (child.connected) child.send(message)
}
