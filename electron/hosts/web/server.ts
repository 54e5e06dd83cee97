import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import {
  type HostApi,
  type HostEvents,
  dispatch,
  hostMethods,
  loopback,
} from '../../../core/contract/index.ts'
import { appPolicy } from '../../services/content-security.ts'
import { refuse, startLoopbackServer } from '../../services/loopback-server.ts'
import { type PageFiles, createPageFiles } from '../../services/page-files.ts'
import { sendStaticFile } from '../../services/static-files.ts'
import { accessProblem, foreignOrigin, newToken } from './access.ts'
import { streamEvents } from './event-stream.ts'
import { readJsonArray } from './json-body.ts'
import { type LaunchCodes, createLaunchCodes } from './launch-codes.ts'

export interface WebServerOptions {
  readonly api: HostApi
  readonly events: HostEvents
  /** The built renderer. */
  readonly pageFolder: string
  readonly previewOrigin: string
  readonly port?: number
  readonly report: (error: unknown) => void
}

export interface WebServer {
  readonly origin: string
  /** Opens the app: the origin with the token in its fragment, which browsers send to nobody. */
  readonly url: string
  readonly token: string
  /** Opens the app once, for starting a browser with. */
  launchUrl(): string
  /** Whether a window or tab shows the app now. */
  isShown(): boolean
  close(): Promise<void>
}

/** A call that takes longer is cut off when the server closes. */
const patienceMs = 2_000

/** The app on 127.0.0.1: its page for everyone who asks, its operations for who knows the token. See {@link loopback}. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const token = newToken()
  const codes = createLaunchCodes()
  const calls = new Set<Promise<void>>()
  const readers = new Set<ServerResponse>()
  const pageFiles = createPageFiles(options.pageFolder)
  const server = await startLoopbackServer({
    port: options.port ?? 0,
    hostNames: ['127.0.0.1', 'localhost'],
    report: options.report,
    handle: (request, response) => {
      const answered = answer(request, response, { token, codes, readers, pageFiles, ...options })
      calls.add(answered)
      return answered.finally(() => calls.delete(answered))
    },
  })
  const origin = `http://127.0.0.1:${server.port}`
  return {
    origin,
    token,
    url: origin + addressWith(token),
    launchUrl: () => origin + launchPrefix + codes.create(),
    isShown: () => readers.size > 0,
    // A page that closes sends its last words; they are still heard.
    close: async () => {
      await Promise.race([Promise.allSettled(calls), sleep(patienceMs, undefined, { ref: false })])
      await server.close()
    },
  }
}

interface AnswerOptions extends WebServerOptions {
  readonly token: string
  readonly codes: LaunchCodes
  readonly readers: Set<ServerResponse>
  readonly pageFiles: PageFiles
}

const launchPrefix = '/open/'

function addressWith(token: string): string {
  return `/#${loopback.tokenParameter}=${token}`
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: AnswerOptions,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const methodPrefix = loopback.methodPath('')
  if (path.startsWith(launchPrefix)) return answerLaunch(request, response, path, options)
  if (path !== loopback.eventsPath && !path.startsWith(methodPrefix))
    return answerFile(request, response, path, options)
  const problem = accessProblem(request, options.token)
  if (problem) return refuse(response, problem)
  if (path !== loopback.eventsPath)
    return answerCall(request, response, path.slice(methodPrefix.length), options)
  if (request.method !== 'GET') return refuse(response, 405)
  streamEvents(response, options.events, options.readers)
}

async function answerLaunch(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { token, codes }: AnswerOptions,
): Promise<void> {
  if (foreignOrigin(request)) return refuse(response, 403)
  if (request.method !== 'GET') return refuse(response, 405)
  if (!codes.redeem(path.slice(launchPrefix.length))) return refuse(response, 404)
  response.writeHead(303, {
    location: addressWith(token),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end()
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  { api, report }: WebServerOptions,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405)
  const args = await readJsonArray(request)
  if (typeof args === 'number') return refuse(response, args)
  const reply = await dispatch(api, hostMethods, method, args, report)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(reply))
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { pageFiles, previewOrigin }: AnswerOptions,
): Promise<void> {
  if (foreignOrigin(request)) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const file = await pageFiles(path === '/' ? '/index.html' : path)
  if (file === 'forbidden') return refuse(response, 403)
  if (!file) return refuse(response, 404)
  await sendStaticFile(request, response, file, {
    'content-security-policy': appPolicy(previewOrigin),
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
}
