/** A post's title, slug, file name and date changed together, so that they keep saying the same. */
import type { TextEdit } from '../text/index.ts'
import { renamedPath } from './draft-paths.ts'
import { parseFileName, slugFromTitle } from './file-name.ts'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { setField } from './front-matter/set-field.ts'

export interface PostRename {
  readonly title?: string
  readonly slug?: string
  /** ISO day. */
  readonly date?: string
}

export interface RenamePlan {
  /** Where the file goes; as before where the name stays. */
  readonly path: string
  /** In the post's own front matter. */
  readonly edits: readonly TextEdit[]
  /** What other posts would need to find it again; the writer is asked. */
  readonly inbound: readonly InboundEdits[]
}

export interface InboundEdits {
  readonly path: string
  readonly edits: readonly TextEdit[]
}

export interface OtherPost {
  readonly path: string
  readonly source: string
}

/**
 * Plans a rename. A slug that followed from the old title follows the new one; one the writer chose stays. The time of
 * day and the offset of the date stay. Nothing is changed that says the same already.
 *
 * @param others posts whose `post_url` and `link` tags may name this one
 * @throws LecternError 'front-matter.not-representable'
 */
export function planRename(
  source: string,
  path: string,
  change: PostRename,
  others: readonly OtherPost[] = [],
): RenamePlan {
  const name = parseFileName(path.split('/').at(-1) ?? path)
  const { data } = readFrontMatter(source)
  const slug = change.slug ?? followedSlug(name.slug, data['title'], change.title)
  const isDated = name.date !== undefined && change.date !== undefined
  const newPath = renamedPath(path, { slug, ...(isDated ? { date: change.date } : {}) })
  return {
    path: newPath,
    edits: fieldEdits(source, { ...change, slug }),
    inbound: newPath === path ? [] : others.flatMap(other => inboundEdits(other, path, newPath)),
  }
}

function followedSlug(slug: string, oldTitle: unknown, newTitle: string | undefined): string {
  const followed = typeof oldTitle === 'string' && slugFromTitle(oldTitle) === slug
  return newTitle !== undefined && followed ? slugFromTitle(newTitle) : slug
}

function fieldEdits(source: string, { title, slug, date }: PostRename): TextEdit[] {
  const { fields } = readFrontMatter(source)
  const field = (name: string) => fields.find(candidate => candidate.name === name)
  const edits: TextEdit[] = []
  if (title !== undefined && field('title')?.value !== title) edits.push(...setField(source, 'title', title))
  // A slug in the front matter wins over the file's name, so it has to follow.
  if (slug !== undefined && field('slug') && field('slug')?.value !== slug)
    edits.push(...setField(source, 'slug', slug))
  const dated = field('date')
  const text = dated?.text.replace(/\d{4}-\d{1,2}-\d{1,2}/, date ?? '')
  if (date === undefined || !dated || text === undefined || text === dated.text) return edits
  const value =
    dated.kind === 'date' ? { type: 'date' as const, text } : text.replace(/^(["'])(.*)\1$/s, '$2')
  return [...edits, ...setField(source, 'date', value)]
}

/** `{% post_url 2015-07-04-old %}` and `{% link _posts/2015-07-04-old.md %}`. */
function inboundEdits({ path, source }: OtherPost, from: string, to: string): InboundEdits[] {
  const named = /\{%-?\s*(?:post_url|link)\s+([^\s%]+)/g
  const edits = [...source.matchAll(named)].flatMap(match => {
    const written = match[1]!
    if (!names(written, from)) return []
    const at = match.index + match[0].length - written.length
    return [{ from: at, to: at + written.length, insert: renamed(written, from, to) }]
  })
  return edits.length === 0 ? [] : [{ path, edits }]
}

/** Whether a tag means a path: `link` writes it whole, `post_url` what is below `_posts`, without extension. */
function names(written: string, path: string): boolean {
  const below = path.replace(/^(?:.*\/)?_posts\//, '')
  const stem = (text: string): string => text.replace(/\.[^./]+$/, '')
  const folder = path.replace(/_posts\/.*$/, '')
  return [path, `/${path}`, below, stem(below), folder + stem(below)].includes(written)
}

function renamed(written: string, from: string, to: string): string {
  const stem = (path: string): string =>
    path
      .split('/')
      .at(-1)!
      .replace(/\.[^.]+$/, '')
  return written.replace(stem(from), () => stem(to))
}
