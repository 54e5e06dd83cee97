import { type RubyHash, type RubyObject, type RubyValue, toText, truthy } from '../../ruby/index.ts'
import type { Document } from '../document.ts'
import { Page } from '../page.ts'
import type { SiteSettings } from '../site-settings.ts'

/** Which page of the list of posts each page shows, from 1. */
export type PageNumbers = ReadonlyMap<Page, number>

/**
 * The pages with those jekyll-paginate adds: copies of one `index.html` for the second and later pages of posts.
 *
 * jekyll-paginate, pagination.rb: the candidate nearest to `paginate_path` is the one.
 */
export function paginate(
  pages: readonly Page[],
  posts: readonly Document[],
  settings: SiteSettings,
): { readonly pages: readonly Page[]; readonly numbers: PageNumbers } {
  const perPage = postsPerPage(settings)
  const template = perPage > 0 ? findTemplate(pages, settings) : undefined
  if (!template) return { pages, numbers: new Map() }
  const total = Math.ceil(listedPosts(posts).length / perPage)
  const numbers = new Map<Page, number>()
  if (total > 0) numbers.set(template, 1)
  const added: Page[] = []
  for (let number = 2; number <= total; number++) {
    const page = new Page(template.file, settings, pathOfPage(number, template, settings).replace(/\/$/, ''))
    numbers.set(page, number)
    added.push(page)
  }
  return { pages: [...pages, ...added], numbers }
}

/**
 * A site that says `paginate` is taken to have the plugin: GitHub Pages, a theme or a bundle may load it unnamed. Without
 * it the page would list nothing.
 */
function postsPerPage(settings: SiteSettings): number {
  const perPage = settings.configuration.get('paginate')
  if (!truthy(perPage) || settings.plugins.has('jekyll-paginate-v2')) return 0
  return Math.trunc(Number(toText(perPage))) || 0
}

function listedPosts(posts: readonly Document[]): readonly Document[] {
  return posts.filter(post => !truthy(post.data.get('hidden')))
}

function findTemplate(pages: readonly Page[], settings: SiteSettings): Page | undefined {
  const path = toText(settings.configuration.get('paginate_path')).replace(/^\//, '')
  const folders = [''].concat(
    path
      .split('/')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
  )
  return pages
    .filter(page => page.name === 'index.html' && folders.includes(page.folder.replace(/^\//, '')))
    .toSorted((left, right) => right.file.path.length - left.file.path.length)[0]
}

function pathOfPage(number: number, template: Page, settings: SiteSettings): string {
  if (number <= 1) return template.url
  const path = toText(settings.configuration.get('paginate_path')).replace(':num', String(number))
  return path.startsWith('/') ? path : `/${path}`
}

/** `paginator` (jekyll-paginate, pager.rb). */
export function paginator(
  page: Page,
  numbers: PageNumbers,
  newestFirst: readonly Document[],
  objectOf: (document: Document) => RubyObject,
  settings: SiteSettings,
): RubyHash | null {
  const number = numbers.get(page)
  const [template] = numbers.keys()
  if (number === undefined || !template) return null
  const perPage = postsPerPage(settings)
  const posts = listedPosts(newestFirst)
  const previous = number === 1 ? null : number - 1
  const next = number === numbers.size ? null : number + 1
  const pathTo = (other: number | null): RubyValue =>
    other === null ? null : pathOfPage(other, template, settings)
  return new Map<RubyValue, RubyValue>([
    ['page', number],
    ['per_page', perPage],
    ['posts', posts.slice((number - 1) * perPage, number * perPage).map(objectOf)],
    ['total_posts', posts.length],
    ['total_pages', numbers.size],
    ['previous_page', previous],
    ['previous_page_path', pathTo(previous)],
    ['next_page', next],
    ['next_page_path', pathTo(next)],
  ])
}
