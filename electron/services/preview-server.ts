import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { answerGuest } from './guest-pages.ts'
import { type PreviewPolicyOptions, previewPolicy, siteFilePolicy } from './content-security.ts'
import { refuse, startLoopbackServer } from './loopback-server.ts'
import { type SitePublication, withoutBaseurl } from './site-publication.ts'
import { type SiteDecks, createSiteDecks, deckHost } from './site-decks.ts'
import { emptySheet } from './site-sheets.ts'
import { type PageFiles, createPageFiles } from './page-files.ts'
import { type StaticFile, findStaticFile, sendStaticFile, siteTypes } from './static-files.ts'

const hostName = 'preview.localhost'

export interface PreviewServerOptions {
  /** The built renderer, of which preview.html and its script are served. */
  readonly pageFolder: string
  /** The open site, whose pictures and styles a post may show; undefined while there is none. */
  readonly siteFolder: () => string | undefined
  /** The style sheet that the site makes for this path, such as `/assets/main.css`; undefined where it makes none. */
  readonly siteSheet?: (path: string) => Promise<string | undefined>
  /** How the open site is published, asked where the site's folder has not got what is wanted. */
  readonly publication?: () => Promise<SitePublication>
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
 *     /TOKEN/quiet/site-page.html?style=https://fonts.example   style sheets and fonts of that origin, too
 *     /TOKEN/site/images/talk.png   a file of the open site
 *     /TOKEN/deck/slides/talk/      slides of the open site that are a page, in a frame; see site-decks.ts
 *     /TOKEN/guest/img?src=https://…  one thing of another site that the writer clicked; see guest-pages.ts
 *     /images/talk.png              the same, when our own page asks for it: sent on to /TOKEN/site/…
 *
 * The token keeps other pages and other users of the machine from reading the site. Served over http on loopback,
 * not over a custom protocol, because YouTube's player refuses pages that send no http Referer.
 */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const token = randomBytes(24).toString('base64url')
  const pageFiles = createPageFiles(options.pageFolder)
  let port = 0
  const decks = createSiteDecks({
    siteFolder: options.siteFolder,
    token,
    frameAncestors: () => `http://${hostName}:${port} ${options.appSource()}`,
  })
  const server = await startLoopbackServer({
    hostNames: [hostName, deckHost, 'localhost', '127.0.0.1'],
    report: options.report,
    handle: (request, response) => answer(request, response, token, { ...options, pageFiles, decks, port }),
  })
  ;({ port } = server)
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
  readonly decks: SiteDecks
  readonly port: number
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
  if (request.headers.host === `${deckHost}:${options.port}`) {
    const wanted = path.slice(`/${given ?? ''}`.length)
    if (await options.decks.answerFile(request, response, given ?? '', wanted)) return
    return refuse(response, 404)
  }
  if (given !== token)
    return comesFromPreview(request, token) ? sendOn(response, token, path) : refuse(response, 404)
  if (room === 'site') return answerSiteFile(request, response, below, options)
  if (room === 'deck') return options.decks.answerPage(response, below, options.port)
  const own = `http://${hostName}:${options.port}`
  if (room === 'guest')
    return answerGuest(response, below.slice(1), new URLSearchParams(query), `${own} ${options.appSource()}`)
  if (room === 'quiet' || room === 'remote')
    return answerPage(request, response, below, {
      ...options,
      remoteContent: room === 'remote',
      frameSources: [...options.frameSources, `${own}/${token}/deck/`, `${own}/${token}/guest/`],
      styleSources: askedStyleSources(query),
    })
  refuse(response, 404)
}

/** Hosts that the app names: those the writer lets styles in from. */
function askedStyleSources(query: string): string[] {
  const asked = new URLSearchParams(query).getAll('style').slice(0, mostAskedSources)
  return asked.filter(origin => /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/.test(origin))
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
  options: PreviewServerOptions,
): Promise<void> {
  const folder = options.siteFolder()
  if (folder === undefined) return refuse(response, 404)
  const found = (await findBelow(folder, path, options)) ?? (await findElsewhere(folder, path, options))
  if (found === 'forbidden') return refuse(response, 403)
  if (!found) return refuse(response, 404)
  if ('css' in found) return sendSheet(response, found.css)
  if (path.endsWith('.css') && found.sizeBytes > largestSheetBytes)
    return sendSheet(response, tooLarge(path, found.sizeBytes))
  await sendStaticFile(request, response, found, siteHeaders)
}

type SiteFileFound = StaticFile | { readonly css: string } | 'forbidden' | undefined

async function findBelow(
  folder: string,
  path: string,
  { siteSheet }: PreviewServerOptions,
): Promise<SiteFileFound> {
  const css = path.endsWith('.css') ? await siteSheet?.(readable(path)) : undefined
  return css === undefined ? findStaticFile(folder, path, siteTypes) : { css }
}

/** A style sheet names files by where the published site has them: below its base address, and with its theme's. */
async function findElsewhere(
  folder: string,
  path: string,
  options: PreviewServerOptions,
): Promise<SiteFileFound> {
  const publication = await options.publication?.()
  if (!publication) return undefined
  const { themeFolder } = publication
  const below = withoutBaseurl(path, publication)
  const own = below === undefined ? undefined : await findBelow(folder, below, options)
  const wanted = below ?? path
  // Of a theme only this folder is published (jekyll/theme.rb, assets_path).
  if (own || themeFolder === undefined || !wanted.startsWith('/assets/')) return own
  return findStaticFile(themeFolder, wanted, siteTypes)
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
  options: AnswerOptions & Pick<PreviewPolicyOptions, 'remoteContent' | 'styleSources'>,
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
