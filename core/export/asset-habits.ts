import type { TextEdit } from '../text/index.ts'
import { type FileReference, findFileReferences } from './used-files.ts'

/** Where a site keeps the files its posts use, and how posts write their addresses. */
export interface AssetHabits {
  /** Relative to the site, such as `images` or `assets/posts`. */
  readonly folder: string
  /** Written before the path from the site's root: `/`, `{{ site.baseurl }}/`. */
  readonly before: string
  /** Written after it: empty, or the rest of a Liquid filter. */
  readonly after: string
}

export interface SiteFacts {
  /** Text of the site's posts, the newest first. */
  readonly posts: readonly string[]
  /** Folders at the root of the site. */
  readonly folders: readonly string[]
  readonly baseurl: string
}

const likelyFolders = ['assets/images', 'assets/img', 'images', 'img', 'assets', 'files', 'public']

/** Posts older than this many teach nothing any more. */
const postsRead = 60

/** What most of the newest posts do; for a site without examples, what its folders and its base address suggest. */
export function learnAssetHabits({ posts, folders, baseurl }: SiteFacts): AssetHabits {
  const examples = posts.slice(0, postsRead).flatMap(source =>
    findFileReferences(source)
      .filter(reference => reference.fromRoot)
      .map(reference => styleOf(source, reference)),
  )
  const folder = mostFrequent(examples.map(example => example.folder).filter(Boolean))
  const style = mostFrequent(examples.map(({ before, after }) => `${before}\0${after}`))
  const [before, after] = style?.split('\0') ?? [baseurl === '' ? '/' : '{{ site.baseurl }}/', '']
  return {
    folder: folder ?? likelyFolders.find(each => folders.includes(each)) ?? 'assets',
    before: before!,
    after: after!,
  }
}

function styleOf(source: string, reference: FileReference): AssetHabits {
  const written = source.slice(reference.from, reference.to)
  const root = reference.address.replace(/^\//, '')
  const at = written.indexOf(root)
  return {
    // The first one or two folders: below them sites sort by year or by post.
    folder: root
      .split('/')
      .slice(0, -1)
      .filter(part => !/^\d+$/.test(part))
      .slice(0, 2)
      .join('/'),
    before: written.slice(0, at),
    after: written.slice(at + root.length).replace(/^[?#].*$/, ''),
  }
}

/** Writes an address of the site's in the site's own way. */
export function writeAddress({ before, after }: AssetHabits, path: string): string {
  return `${before}${path.split('/').map(encodeURIComponent).join('/')}${after}`
}

/** The change that points a reference at the place its file is copied to; none where it points there already. */
export function redirectReference(
  source: string,
  reference: FileReference,
  habits: AssetHabits,
  path: string,
): TextEdit | undefined {
  const insert = writeAddress(habits, path)
  if (source.slice(reference.from, reference.to) === insert) return undefined
  return { from: reference.from, to: reference.to, insert }
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
