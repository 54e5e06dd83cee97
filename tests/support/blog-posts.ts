import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Site, createSite, renderDocument } from '../../core/jekyll/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'

/** Real blogs that lie beside the project, if they do. */
export const blogsFolder = resolve(import.meta.dirname, '../../../shared/corpora/blogs')
/** A small blog of our own. */
export const ownBlog = resolve(import.meta.dirname, '../corpus/blog')

export interface BlogPost {
  readonly blog: string
  /** Relative to the blog's source. */
  readonly path: string
  readonly source: string
}

export interface BlogSource {
  readonly name: string
  readonly folder: string
  readonly posts: readonly BlogPost[]
}

/** All blogs there are, each with its Markdown files; files that are not UTF-8 are left out. */
export function readBlogs(): BlogSource[] {
  if (!existsSync(blogsFolder)) return [readBlog('blog', ownBlog)]
  return globSync('*/source', { cwd: blogsFolder })
    .toSorted()
    .map(folder => readBlog(folder.split('/')[0]!, join(blogsFolder, folder)))
}

function readBlog(name: string, folder: string): BlogSource {
  const posts = globSync('**/*.{md,markdown,mkd}', { cwd: folder })
    .toSorted()
    .flatMap(path => {
      const bytes = readFileSync(join(folder, path))
      const source = bytes.toString('utf8')
      return Buffer.from(source).equals(bytes) ? [{ blog: name, path, source }] : []
    })
  return { name, folder, posts }
}

/** Renders posts of a blog as Jekyll would publish them; what Liquid refuses has no HTML. */
export async function publisherOf({ folder }: BlogSource): Promise<(path: string, source: string) => string> {
  const site: Site = createSite(await readSite(folder, { wholeBytes: Infinity }), {
    nowSeconds: 1_750_000_000,
    drafts: true,
    future: true,
  })
  return (path, source) => renderDocument(site, { path, source })?.contentHtml ?? ''
}
