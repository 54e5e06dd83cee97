import type { ServerResponse } from 'node:http'
import { embedSandboxTokens } from '../../core/post/index.ts'
import { escapeAttribute } from '../../core/text/index.ts'
import { guestPolicy } from './content-security.ts'
import { refuse } from './loopback-server.ts'

/**
 * Frames for what the writer asked for by a click and the preview page's own header keeps out: a player on a host that
 * the table of embeds cannot know, a picture of another site. Each is a page of its own with a header of its own, so
 * that the preview page, and what plays in it, need not come anew. They hold no script.
 *
 *     frame?src=https://tube.example/videos/embed/1&sandbox=allow-scripts&allow=fullscreen
 *     img?src=https://pictures.example/quay.jpg        likewise video, audio
 */
export function answerGuest(
  response: ServerResponse,
  kind: string,
  query: URLSearchParams,
  frameAncestors: string,
): void {
  const url = webAddress(query.get('src') ?? '')
  const body = url && elementOf(kind, url.href, query)
  if (!url || body === undefined) return refuse(response, 404)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': guestPolicy({
      ...(kind === 'frame' ? { frame: url.origin } : { media: mediaSources(url) }),
      frameAncestors,
    }),
    'cache-control': 'no-store',
    // Players refuse pages that do not say who they are; the address, with the token in it, stays here.
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
  })
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeAttribute(url.host)}</title><style>${look}</style></head><body>${body}</body></html>`,
  )
}

const look =
  'html, body, body > * { display: block; width: 100%; height: 100%; margin: 0; border: 0; overflow: hidden } img, video { object-fit: contain }'

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url : undefined
}

/** Many pictures are sent on to another host. */
function mediaSources({ protocol, origin }: URL): string {
  return protocol === 'https:' ? 'https:' : `${origin} https:`
}

function elementOf(kind: string, address: string, query: URLSearchParams): string | undefined {
  const src = escapeAttribute(address)
  switch (kind) {
    case 'frame':
      if (!address.startsWith('https:')) return undefined
      return `<iframe title="Player" src="${src}" sandbox="${tokens(query.get('sandbox'))}" allow="${features(query.get('allow'))}" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
    case 'img':
      return `<img alt="${escapeAttribute(query.get('alt') ?? '')}" src="${src}">`
    case 'video':
    case 'audio':
      return `<${kind} controls src="${src}"></${kind}>`
    default:
      return undefined
  }
}

function tokens(asked: string | null): string {
  return (asked ?? '')
    .split(' ')
    .filter(token => embedSandboxTokens.has(token))
    .join(' ')
}

function features(asked: string | null): string {
  return /^[a-z-]+(?:; ?[a-z-]+)*$/.test(asked ?? '') ? asked! : ''
}
