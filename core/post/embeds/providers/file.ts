import type { Address } from '../address.ts'
import type { EmbedKind } from '../embed.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'
import { parseStart } from '../start-time.ts'
import { escapeAttribute } from '../../../text/index.ts'

const kinds: Readonly<Record<string, EmbedKind>> = {
  mp4: 'video',
  m4v: 'video',
  webm: 'video',
  ogv: 'video',
  mov: 'video',
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  oga: 'audio',
  opus: 'audio',
  wav: 'audio',
  flac: 'audio',
}

const localKinds: Readonly<Record<string, EmbedKind>> = {
  ...kinds,
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  avif: 'image',
  svg: 'image',
  pptx: 'slides',
  key: 'slides',
  odp: 'slides',
}

/** A video or sound file, of the site's own or anywhere; of the site's own, pictures and deck files too. */
export const file: Provider = {
  name: 'file',
  label: 'File',
  kind: 'video',
  hosts: [],
  // A common word: `file` in a name says nothing.
  tagNames: [],
  fromUrl: fromRemoteFile,
  player: fileAddress,
  page: fileAddress,
  startIn: { param: 'start', in: 'fragment', name: 't' },
  code: item => {
    const address = escapeAttribute(fileAddress(item))
    const type = typeof item.params['type'] === 'string' ? item.params['type'] : ''
    // An element says by its name what an address without an ending is.
    const kind = type === 'audio' || type === 'video' ? type : kinds[type]
    const element = kind === 'audio' ? 'audio' : 'video'
    return `<${element} controls preload="metadata" src="${address}"></${element}>`
  },
}

function fromRemoteFile(address: Address): Recognised | undefined {
  const type = extensionOf(address.segments.at(-1) ?? '')
  const kind = kinds[type]
  if (!kind) return undefined
  const start = startOfFragment(address.query('t'))
  return { id: withoutFragment(address), kind, params: definedParams({ type, start }) }
}

/** A path inside the site, already checked not to leave it. */
export function fromLocalFile(path: string, fragment: string): Recognised | undefined {
  const type = extensionOf(path)
  const kind = localKinds[type]
  if (!kind) return undefined
  const start = startOfFragment(/^t=(.+)$/.exec(fragment)?.[1])
  return { id: path, kind, params: definedParams({ type, local: true, start }) }
}

/** W3C, “Media Fragments”: `t=10`, `t=npt:10,20` for a stretch. */
function startOfFragment(value: string | undefined): number | undefined {
  return parseStart(value?.split(',', 1)[0])
}

/** The address with https: what the writer may have pasted as http is offered upgraded. */
export function withoutFragment(address: Address): string {
  const text = address.url.href.replace(/^http:/, 'https:')
  return address.url.hash === '' ? text : text.slice(0, -address.url.hash.length)
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{2,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function fileAddress({ id, params }: Item): string {
  return typeof params['start'] === 'number' ? `${id}#t=${params['start']}` : id
}
