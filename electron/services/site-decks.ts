import { createHmac } from 'node:crypto'
import { open, realpath } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { escapeAttribute, escapeHtml } from '../../core/text/index.ts'
import { deckFilePolicy, deckPagePolicy } from './content-security.ts'
import { refuse } from './loopback-server.ts'
import { type StaticFile, findStaticFile, pageTypes, sendStaticFile, siteTypes } from './static-files.ts'

export interface SiteDecksOptions {
  readonly siteFolder: () => string | undefined
  /** Nobody who does not know it can name a deck. */
  readonly token: string
  /** Who may frame a deck, as CSP sources. */
  readonly frameAncestors: () => string
}

/**
 * Slides of the site that are pages with scripts, as reveal.js makes them.
 *
 * A deck runs in a frame in a frame. The inner one has an opaque origin, the address of another host, a secret of its
 * own in it, and reads its own folder alone. The outer one is ours and has no script: its header keeps the inner one
 * from going elsewhere, which no header of the deck's own could.
 */
export interface SiteDecks {
  /** The outer page, for a path of the site such as `/slides/talk/` or `/slides/talk/index.html`. */
  answerPage(response: ServerResponse, path: string, port: number): Promise<void>
  /** A file of a deck. @returns false where the secret is none of a deck's */
  answerFile(
    request: IncomingMessage,
    response: ServerResponse,
    secret: string,
    path: string,
  ): Promise<boolean>
}

/** Neither the app's nor the preview's, so that the browser runs a deck in a process of its own. */
export const deckHost = 'deck.localhost'

/** What a deck is made of. */
const deckTypes: Readonly<Record<string, string>> = {
  ...pageTypes,
  ...siteTypes,
  '.htm': 'text/html; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
}

interface Deck {
  /** Absolute, links resolved. */
  readonly folder: string
  readonly source: string
}

export function createSiteDecks({ siteFolder, token, frameAncestors }: SiteDecksOptions): SiteDecks {
  const decks = new Map<string, Deck>()

  /** Where the files of a folder are, as a CSP source. */
  function sourceOf(folder: string, port: number): string {
    const secret = createHmac('sha256', token).update(folder).digest('base64url')
    const source = `http://${deckHost}:${port}/${secret}/`
    decks.set(secret, { folder, source })
    return source
  }

  return {
    async answerPage(response, path, port) {
      const page = await findPage(siteFolder(), path)
      if (typeof page === 'string') return sendPage(response, said(page), "'none'")
      const source = sourceOf(page.folder, port)
      sendPage(response, frameOf(source + page.name), source)
    },
    async answerFile(request, response, secret, path) {
      const deck = decks.get(secret)
      if (!deck) return false
      const found = await findStaticFile(deck.folder, path, deckTypes)
      if (!found || found === 'forbidden') refuse(response, found ? 403 : 404)
      else
        await sendStaticFile(request, response, found, {
          'content-security-policy': deckFilePolicy(deck.source, frameAncestors()),
          'cache-control': 'no-cache',
          'referrer-policy': 'no-referrer',
          'x-dns-prefetch-control': 'off',
          // What no CSP stops: WebRTC (WICG, “Connection Allowlists”). Older browsers do not know it.
          'connection-allowlist': '(response-origin)',
          // Its origin is opaque; fonts and modules are asked for with it.
          'access-control-allow-origin': 'null',
          'cross-origin-resource-policy': 'cross-origin',
        })
      return true
    },
  }

  function sendPage(response: ServerResponse, html: string, source: string): void {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': deckPagePolicy(source, frameAncestors()),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    response.end(html)
  }
}

/** The page of a deck: its folder, and its name in there as addresses have it. Or why it is not shown. */
async function findPage(
  site: string | undefined,
  path: string,
): Promise<{ readonly folder: string; readonly name: string } | string> {
  for (const urlPath of site === undefined ? [] : placesOf(path)) {
    const file = await findStaticFile(site!, urlPath, deckTypes)
    if (!file || file === 'forbidden') continue
    const folder = dirname(file.path)
    if (folder === (await realpath(site!))) return sentences.atRoot
    if (await hasFrontMatter(file)) return sentences.madeByJekyll
    return { folder, name: urlPath.slice(urlPath.lastIndexOf('/') + 1) }
  }
  return sentences.missing
}

/** As sites serve pages: a folder by its index, a name with or without its ending. */
function placesOf(path: string): string[] {
  if (path.endsWith('/')) return [`${path}index.html`]
  return /\.html?$/i.test(path) ? [path] : [`${path}.html`, `${path}/index.html`]
}

async function hasFrontMatter({ path }: StaticFile): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return /^---\r?\n?/.test(buffer.toString('latin1', 0, bytesRead))
  } finally {
    await file.close()
  }
}

const sentences = {
  missing: 'The site has no such page.',
  atRoot: 'This page lies at the root of the site. Slides are shown from a folder of their own.',
  madeByJekyll: 'Jekyll makes this page, so it is not shown before it is published.',
} as const

const look = 'html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0; box-sizing: border-box }'

function frameOf(address: string): string {
  const inner = `<iframe title="Slides" sandbox="allow-scripts" referrerpolicy="no-referrer" src="${escapeAttribute(address)}"></iframe>`
  return pageOf(`${look} iframe { display: block }`, inner)
}

function said(words: string): string {
  return pageOf(
    `${look} html { color-scheme: light dark } body { display: grid; place-items: center; padding: 1rem; font: 0.9rem system-ui; text-align: center }`,
    `<p>${escapeHtml(words)}</p>`,
  )
}

function pageOf(style: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slides</title><style>${style}</style></head><body>${body}</body></html>`
}
