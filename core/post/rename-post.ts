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
}

/**
 * Plans a rename. A slug that followed from the old title follows the new one; one the writer chose stays. The time of
 * day and the offset of the date stay. Nothing is changed that says the same already.
 *
 * @throws LecternError 'front-matter.not-representable'
 */
export function planRename(source: string, path: string, change: PostRename): RenamePlan {
  const name = parseFileName(path.split('/').at(-1) ?? path)
  const { data } = readFrontMatter(source)
  const slug = change.slug ?? followedSlug(name.slug, data['title'], change.title)
  const isDated = name.date !== undefined && change.date !== undefined
  return {
    path: renamedPath(path, { slug, ...(isDated ? { date: change.date } : {}) }),
    edits: fieldEdits(source, { ...change, slug }),
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
