import { type Refusal, refuse } from './embed.ts'
import { decodePercent } from './address.ts'

/** A path inside the site, starting with `/`. */
export interface LocalPath {
  readonly path: string
  readonly fragment: string
}

const fileEnding = /\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|oga|opus|wav|flac|pdf|cast|pptx|key|odp|html?)$/i

/**
 * Reads `/assets/talk.pdf#page=2`, `./talk.mp4` and `assets/talk.mp4`; undefined for what reads as an address.
 * A path whose `..` climb out of the site is refused, percent-encoded ones too.
 */
export function readLocalPath(text: string): LocalPath | Refusal | undefined {
  if (!isLocal(text)) return undefined
  const [path = '', fragment = ''] = text.replace(/\?.*?(?=#|$)/, '').split('#', 2)
  const kept: string[] = []
  for (const part of decodePercent(path).split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.pop() === undefined) return refuse('path-traversal')
  }
  const slash = path.endsWith('/') && kept.length > 0 ? '/' : ''
  return { path: `/${kept.join('/')}${slash}`, fragment }
}

function isLocal(text: string): boolean {
  if (text.startsWith('//')) return false
  if (/^(?:\/|\.\.?\/)/.test(text)) return true
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return false
  const path = text.replace(/[?#].*$/, '')
  const folders = path.split('/').slice(0, -1)
  return fileEnding.test(path) && (folders.length === 0 || !folders[0]!.includes('.'))
}
