import { realpath, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What a page of ours is made of. A file of another kind is not there. */
export const pageTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** What a post of the open site may show: pictures, sound, film, type and style, but neither pages nor programs. */
export const siteTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.wav': 'audio/wav',
  '.vtt': 'text/vtt; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
}

export interface StaticFile {
  /** Absolute, links resolved. */
  readonly path: string
  readonly type: string
  readonly sizeBytes: number
  /** The content, where it was read before. */
  readonly bytes?: Buffer
}

/**
 * The file a URL path names below a folder.
 *
 * @param urlPath as it stands in the request: percent-encoded, starting with `/`, without query
 * @param types   content types by extension; a file of no such type is not found
 * @returns `forbidden` for a path or a symbolic link that leads out of the folder or to a dot file
 */
export async function findStaticFile(
  folder: string,
  urlPath: string,
  types: Readonly<Record<string, string>>,
): Promise<StaticFile | 'forbidden' | undefined> {
  const parts = decodedParts(urlPath)
  if (!parts) return 'forbidden'
  const type = types[extname(parts.at(-1) ?? '').toLowerCase()]
  if (!type || urlPath.endsWith('/')) return undefined
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...parts))
    if (!path.startsWith(root + sep)) return 'forbidden'
    const found = await stat(path)
    return found.isFile() ? { path, type, sizeBytes: found.size } : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function decodedParts(urlPath: string): string[] | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (/[\0\\:]/.test(decoded)) return undefined
  const parts = decoded.split('/').filter(part => part !== '')
  return parts.some(part => part.startsWith('.')) ? undefined : parts
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'EACCES'
}

/** Answers GET and HEAD with a file, whole or the one range asked for (players seek by ranges). */
export async function sendStaticFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  const range = byteRange(request.headers.range, file.sizeBytes)
  const length = range ? range.end - range.start + 1 : file.sizeBytes
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-type': file.type,
    'content-length': length,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.sizeBytes}` } : {}),
  })
  if (request.method === 'HEAD' || length === 0) {
    response.end()
    return
  }
  if (file.bytes) {
    response.end(range ? file.bytes.subarray(range.start, range.end + 1) : file.bytes)
    return
  }
  // A reader who goes away in the middle (a closed tab, a player that seeks) is no failure.
  await pipeline(createReadStream(file.path, range), response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

/** `bytes=from-`, `bytes=from-to` or `bytes=-last` (RFC 9110, 14.1.2); anything else is answered with the whole file. */
function byteRange(
  header: string | undefined,
  sizeBytes: number,
): { readonly start: number; readonly end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, sizeBytes - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? sizeBytes - 1 : Math.min(Number(match[2]), sizeBytes - 1)
  return start <= end && start < sizeBytes ? { start, end } : undefined
}
