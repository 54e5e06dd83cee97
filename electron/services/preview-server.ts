import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { type PreviewPolicyOptions, previewPolicy, siteFilePolicy } from './content-security.ts'
import { refuse, startLoopbackServer } from './loopback-server.ts'
import { emptySheet } from './site-sheets.ts'
import { type PageFiles, createPageFiles } from './page-files.ts'
import { findStaticFile, sendStaticFile, siteTypes } from './static-files.ts'

const hostName = 'preview.localhost'

export interface PreviewServerOptions {
  /** The built renderer, of which preview.html and its script are served. */
  readonly pageFolder: string
  /** The open site, whose pictures and styles a post may show; undefined while there is none. */
  readonly siteFolder: () => string | undefined
  /** The style sheet that the site makes for this path, such as `/assets/main.css`; undefined where it makes none. */
  readonly siteSheet?: (path: string) => Promise<string | undefined>
  /** Who may frame the preview: the app's origins, as CSP sources. */
  readonly appSource: () => string
  readonly frameSources: readonly string[]
  readonly report: (error: unknown) => void
}

export interface PreviewServer {
  readonly origin: string
  /** Allows no remote images. */
  readonly previewUrl: string
  /** Allows images and media from anywhere over https. */
  readonly remotePreviewUrl: string
  close(): Promise<void>
}

/**
 * The untrusted preview page, on an origin of its own, for every host.
 *
 *     /TOKEN/quiet/preview.html     the page; its header decides what it may load
 *     /TOKEN/remote/preview.html
 *     /TOKEN/quiet/site-page.html   the same for a post in its layout, without a style of ours
 *     /TOKEN/quiet/preview.html?frame=https://tube.example     players of that origin, too
 *     /TOKEN/remote/preview.html?image=http://old.example     pictures of that origin, which has no https
 *     /TOKEN/site/images/talk.png   a file of the open site
 *     /images/talk.png              the same, when our own page asks for it: sent on to /TOKEN/site/…
 *
 * The token keeps other pages and other users of the machine from reading the site. Served over http on loopback,
 * not over a custom protocol, because YouTube's player refuses pages that send no http Referer.
 */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const token = randomBytes(24).toString('base64url')
  const pageFiles = createPageFiles(options.pageFolder)
  const server = await startLoopbackServer({
    hostNames: [hostName, 'localhost', '127.0.0.1'],
    report: options.report,
    handle: (request, response) => answer(request, response, token, { ...options, pageFiles }),
  })
  const origin = `http://${hostName}:${server.port}`
  return {
    origin,
    previewUrl: `${origin}/${token}/quiet/preview.html`,
    remotePreviewUrl: `${origin}/${token}/remote/preview.html`,
    close: server.close,
  }
}

interface AnswerOptions extends PreviewServerOptions {
  readonly pageFiles: PageFiles
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  options: AnswerOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const [, given, room, ...rest] = path.split('/')
  const below = `/${rest.join('/')}`
  if (given !== token)
    return comesFromPreview(request, token) ? sendOn(response, token, path) : refuse(response, 404)
  if (room === 'site') return answerSiteFile(request, response, below, options)
  if (room === 'quiet' || room === 'remote')
    return answerPage(request, response, below, {
      ...options,
      remoteContent: room === 'remote',
      frameSources: [...options.frameSources, ...askedFrameSources(query)],
      imageSources: room === 'remote' ? askedImageSources(query) : [],
    })
  refuse(response, 404)
}

/** Origins of players that are not in the table, as each instance of some services has its own. */
function askedFrameSources(query: string): string[] {
  const asked = new URLSearchParams(query).getAll('frame').slice(0, mostAskedSources)
  return asked.filter(origin => /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/.test(origin))
}

/** Origins without https of which the writer wants a picture. */
function askedImageSources(query: string): string[] {
  const asked = new URLSearchParams(query).getAll('image').slice(0, mostAskedSources)
  return asked.filter(origin => /^http:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/.test(origin))
}

const mostAskedSources = 20

/** Our page (or a stylesheet it loaded) asks for `/images/…` as the post or the style says it. */
function comesFromPreview(request: IncomingMessage, token: string): boolean {
  return request.headers.referer?.startsWith(`http://${request.headers.host}/${token}/`) ?? false
}

/** Redirected rather than answered, so that what a stylesheet asks for next comes with the token too. */
function sendOn(response: ServerResponse, token: string, path: string): void {
  response.writeHead(307, { location: `/${token}/site${path}`, 'cache-control': 'no-store' })
  response.end()
}

async function answerSiteFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { siteFolder, siteSheet }: PreviewServerOptions,
): Promise<void> {
  const folder = siteFolder()
  const sheet = folder !== undefined && path.endsWith('.css') ? await siteSheet?.(readable(path)) : undefined
  if (sheet !== undefined) return sendSheet(response, sheet)
  const file = folder === undefined ? undefined : await findStaticFile(folder, path, siteTypes)
  if (file === 'forbidden') return refuse(response, 403)
  if (!file) return refuse(response, 404)
  if (path.endsWith('.css') && file.sizeBytes > largestSheetBytes)
    return sendSheet(response, tooLarge(path, file.sizeBytes))
  await sendStaticFile(request, response, file, siteHeaders)
}

/** Without percent-encoding, where it can be read. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const siteHeaders = {
  'content-security-policy': siteFilePolicy,
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** A larger style sheet would keep the page busy for seconds at every key. */
const largestSheetBytes = 5_000_000

function tooLarge(path: string, sizeBytes: number): string {
  return emptySheet(path, `The style sheet has ${Math.round(sizeBytes / 1_000_000)} MB and is left out.`)
}

function sendSheet(response: ServerResponse, css: string): void {
  response.writeHead(200, {
    ...siteHeaders,
    'content-type': siteTypes['.css'],
    'x-content-type-options': 'nosniff',
  })
  response.end(css)
}

async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: AnswerOptions & Pick<PreviewPolicyOptions, 'remoteContent' | 'imageSources'>,
): Promise<void> {
  const file = await options.pageFiles(path)
  if (file === 'forbidden') return refuse(response, 403)
  // The app's own page has no business on this origin.
  if (!file || (path.endsWith('.html') && !pages.has(path))) return refuse(response, 404)
  await sendStaticFile(request, response, file, {
    'content-security-policy': previewPolicy({ ...options, appSource: options.appSource() }),
    'cache-control': 'no-cache',
    // Players get the origin, as they demand, and never the token; our own files get the whole address.
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
}

const pages: ReadonlySet<string> = new Set(['/preview.html', '/site-page.html'])
