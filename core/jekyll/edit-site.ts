import { FileClassifier } from './classify-files.ts'
import { Collection } from './collection.ts'
import { type Site, isPostPublished } from './create-site.ts'
import { Document, type DocumentFile } from './document.ts'
import { Page } from './page.ts'
import { paginate } from './plugins/paginate.ts'
import { SiteRenderer } from './render-site.ts'
import type { SiteProblem } from './site.ts'

/** A site with the text of one file replaced or added, as it will be once that is saved. */
export interface EditedSite {
  readonly path: string
  readonly item: Document | Page
  readonly renderer: SiteRenderer
}

/**
 * Puts a text being written in the place of its file. The file is part of the site even if a build would pass over it:
 * a draft, a post of a time to come, a name without a date; then a problem of the document says so.
 *
 * @param last what the previous call gave; with the same front matter only the content is exchanged
 */
export function editSite(site: Site, path: string, text: string, last: EditedSite | undefined): EditedSite {
  if (last?.path === path && last.item.replaceContent(text)) {
    last.renderer.forget()
    return last
  }
  const saved = site.snapshot.files.find(file => file.path === path)
  const modifiedSeconds = saved?.modifiedSeconds ?? site.settings.time.epochSeconds
  const file: DocumentFile = { path, text, textIsCut: false, modifiedSeconds }
  const label = collectionOf(site, path)
  const item = label === undefined ? new Page(file, site.settings) : newDocument(site, label, file)
  const edited = item instanceof Document ? withDocument(site, item) : withPage(site, item)
  return { path, item, renderer: new SiteRenderer(edited) }
}

function collectionOf(site: Site, path: string): string | undefined {
  const role = new FileClassifier(site.settings.configuration).classify(path)
  if (role?.type === 'document') return role.collection
  return role?.type === 'post' || role?.type === 'draft' ? 'posts' : undefined
}

function newDocument(site: Site, label: string, file: DocumentFile): Document {
  const document = new Document(file, site.collections.get(label)!, site.settings)
  document.problems.push(...whyLeftOut(document, site))
  return document
}

function whyLeftOut(document: Document, site: Site): SiteProblem[] {
  const why = (code: string, message: string): SiteProblem[] => [
    { code, message, path: document.file.path, line: 1 },
  ]
  if (document.data.get('published') === false)
    return why('document.unpublished', 'Jekyll leaves this out, because it says “published: false”.')
  const isPost = document.collection.label === 'posts' && !document.isDraft
  if (isPost && !/(?:^|\/)\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+$/.test(document.file.path))
    return why('document.no-date', 'Jekyll passes over this file: the name of a post starts with its date.')
  if (isPost && !isPostPublished(document, site.settings))
    return why('document.future', 'Jekyll leaves this out until its date has come.')
  return []
}

function withDocument(site: Site, document: Document): Site {
  const old = document.collection
  const collection = new Collection(old.label, old.metadata, site.settings)
  const others = old.documents.filter(other => other.file.path !== document.file.path)
  collection.setDocuments([...others, document])
  return { ...site, collections: new Map(site.collections).set(old.label, collection) }
}

function withPage(site: Site, page: Page): Site {
  const others = site.pages.filter(other => other.file.path !== page.file.path)
  const posts = site.collections.get('posts')?.documents ?? []
  const { pages, numbers } = paginate([...others, page], posts, site.settings)
  return { ...site, pages, pageNumbers: numbers }
}
