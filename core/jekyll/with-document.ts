import { type Site } from './create-site.ts'
import type { SiteFile } from './site.ts'
import { createSite } from './create-site.ts'

/**
 * The site with one file's text replaced or added, as it will be once the editor's text is saved. Drafts and posts of
 * times to come are in it when they are the file asked for.
 */
export function withDocument(site: Site, path: string, source: string): Site | undefined {
  const old = site.snapshot.files.find(file => file.path === path)
  const file: SiteFile = {
    path,
    sizeBytes: source.length,
    modifiedSeconds: old?.modifiedSeconds ?? site.settings.time.epochSeconds,
    hasFrontMatter: /^\uFEFF?---\s*$/m.test(source.slice(0, 10)),
    text: source,
  }
  const others = site.snapshot.files.filter(other => other.path !== path)
  const options = { ...site.options, drafts: true, future: true, unpublished: true }
  return createSite({ ...site.snapshot, files: [...others, file] }, options)
}
