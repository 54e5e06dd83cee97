import { parseFileName } from '../file-name.ts'
import { type WrittenGallery, findGalleries } from './find-galleries.ts'
import { mostFrequent } from './most-frequent.ts'
import { type PictureAddress, readPictureAddress } from './picture-address.ts'

/** How an author shows several pictures together: the markup, with gaps for what each gallery says anew. */
export interface GalleryHouse {
  readonly parts: readonly GalleryPart[]
}

export type GalleryPart =
  | string
  | { readonly slot: 'count' }
  | { readonly slot: 'words' }
  /** A folder for this gallery's pictures, below `before`. */
  | { readonly slot: 'folder'; readonly before: string }
  | ListSlot

interface ListSlot extends Pick<PictureAddress, 'before' | 'after'> {
  readonly slot: 'list'
  readonly separator: string
  /** Whether its items say the whole path, the name of the file, or that without its ending. */
  readonly items: 'path' | 'name' | 'stem'
}

/** What most of the newest posts do; undefined for an author without galleries. */
export function learnGallery(posts: readonly { readonly source: string }[]): GalleryHouse | undefined {
  const written = posts.flatMap(({ source }) =>
    findGalleries(source).map(gallery => partsOf(source, gallery)),
  )
  const parts = mostFrequent(written)
  return parts && { parts }
}

/** What a gallery says of the pictures in it. */
export interface GalleryContent {
  /** A name for its folder. */
  readonly folder: string
  /** As its list names them; see {@link listItem}. */
  readonly items: readonly string[]
}

/** The markup of a gallery, and where its words belong. */
export function writeGallery(
  { parts }: GalleryHouse,
  { folder, items }: GalleryContent,
): { readonly markup: string; readonly wordsAt: readonly number[] } {
  const wordsAt: number[] = []
  let markup = ''
  for (const part of parts) {
    if (typeof part === 'string') markup += part
    else if (part.slot === 'count') markup += String(items.length)
    else if (part.slot === 'folder') markup += part.before + folder
    else if (part.slot === 'list') markup += items.join(part.separator)
    else wordsAt.push(markup.length)
  }
  return { markup, wordsAt }
}

/** A picture as the list of a gallery names it. */
export function listItem({ items, before, after }: Omit<ListSlot, 'slot'>, path: string): string {
  if (items === 'path') return before + path + after
  const name = path.slice(path.lastIndexOf('/') + 1)
  return items === 'name' ? name : name.replace(/\.\w+$/, '')
}

/** How the list of a gallery names its pictures. */
export function listStyle(items: readonly string[], separator: string): Omit<ListSlot, 'slot'> {
  const styles = items.map(item => {
    const address = item.includes('/') ? readPictureAddress(item) : undefined
    if (address) return { items: 'path', before: address.before, after: address.after } as const
    return { items: /\.\w{3,4}$/.test(item) ? 'name' : 'stem', before: '', after: '' } as const
  })
  return { separator, ...(mostFrequent(styles) ?? { items: 'name', before: '', after: '' }) }
}

/** A folder that no file is in yet, named after the post. */
export function galleryFolder(postPath: string, number: number): string {
  const { slug } = parseFileName(postPath.slice(postPath.lastIndexOf('/') + 1))
  return number === 1 ? slug : `${slug}-${number}`
}

function partsOf(source: string, { from, to, values }: WrittenGallery): GalleryPart[] {
  const parts: GalleryPart[] = []
  let at = from
  for (const value of values) {
    if (value.kind === 'other') continue
    parts.push(source.slice(at, value.from))
    if (value.kind === 'list') parts.push({ slot: 'list', ...listStyle(value.items, value.separator) })
    else if (value.kind === 'folder')
      parts.push({ slot: 'folder', before: value.text.slice(0, value.text.lastIndexOf('/') + 1) })
    else parts.push({ slot: value.kind })
    at = value.to
  }
  return [...parts, source.slice(at, to)]
}
