import { type RubyHash, type RubyValue, isHash, toText, truthy } from '../ruby/index.ts'
import { readYaml } from '../yaml/index.ts'
import { dig } from './deep-merge.ts'
import type { DocumentFile } from './document.ts'
import { type DocumentSource, splitDocument } from './document-source.ts'
import { extensionOf, outputExtension } from './output-extension.ts'
import type { SiteProblem } from './site.ts'
import type { SiteSettings } from './site-settings.ts'
import { pageUrl, withPermalinkSuffix } from './url.ts'
import { follows } from './versions.ts'

/** A file with front matter outside of collections (jekyll/page.rb). */
export class Page {
  readonly file: DocumentFile
  readonly settings: SiteSettings
  readonly name: string
  readonly extension: string
  readonly baseName: string
  readonly problems: SiteProblem[] = []
  /** Front matter as written; defaults stand behind it. */
  readonly data: RubyHash
  source: DocumentSource
  readonly #defaults: RubyHash
  readonly #folder: string | undefined
  #url: string | undefined

  /** @param folder of its URL, where that is not the folder of its file */
  constructor(file: DocumentFile, settings: SiteSettings, folder?: string) {
    this.file = file
    this.#folder = folder
    this.settings = settings
    this.name = file.path.slice(file.path.lastIndexOf('/') + 1)
    this.extension = extensionOf(this.name)
    const bare = this.extension === '' ? this.name : this.name.slice(0, -this.extension.length)
    this.baseName = bare.replace(/\.*$/, '')
    this.source = splitDocument(file.text)
    this.data = this.#readFrontMatter()
    this.#takeTitleFromHeading()
    this.#defaults = settings.defaults.all(file.path, 'pages')
  }

  get content(): string {
    return this.source.content
  }

  /** Takes a text with the same front matter; false, and nothing is changed, where that differs. */
  replaceContent(text: string): boolean {
    const source = splitDocument(text)
    if (source.yaml !== this.source.yaml) return false
    this.source = source
    return true
  }

  /** What front matter or its defaults say of a key. */
  value(key: string): RubyValue {
    return this.data.has(key) ? this.data.get(key) : this.#defaults.get(key)
  }

  /** Defaults with the front matter merged over them. */
  get defaults(): RubyHash {
    return this.#defaults
  }

  get outputExtension(): string {
    return outputExtension(this.extension, this.value('permalink'), this.settings)
  }

  get isHtml(): boolean {
    return ['.html', '.xhtml', '.htm'].includes(this.outputExtension)
  }

  /** The folder of its file, `/` before it; empty for the top. */
  get folder(): string {
    const slash = this.file.path.lastIndexOf('/')
    return slash === -1 ? '' : `/${this.file.path.slice(0, slash)}`
  }

  get url(): string {
    if (this.#url !== undefined) return this.#url
    const permalink = this.value('permalink')
    this.#url = pageUrl(truthy(permalink) ? toText(permalink) : this.#template, [
      ['path', this.#folder ?? this.folder],
      ['basename', this.baseName],
      ['output_ext', this.outputExtension],
    ])
    return this.#url
  }

  /** The folder of its URL, with a slash at the end. */
  get urlFolder(): string {
    return this.url.endsWith('/') ? this.url : this.url.replace(/[^/]*$/, '')
  }

  get #template(): string {
    if (!this.isHtml) return '/:path/:basename:output_ext'
    if (this.baseName === 'index') return '/:path/'
    return withPermalinkSuffix('/:path/:basename', toText(this.settings.configuration.get('permalink')))
  }

  /** On GitHub Pages a page without a title takes its first heading (jekyll-titles-from-headings). */
  #takeTitleFromHeading(): void {
    if (!follows(this.settings.jekyll, 'pages-titles-from-headings')) return
    if (!this.settings.isMarkdown(this.extension) || truthy(this.data.get('title'))) return
    if (dig(this.settings.configuration, 'titles_from_headings', 'enabled') === false) return
    const match = /^\s*(?:#{1,3}\s+(.*?)(?:\s+#{1,3})?|(.*)\r?\n[-=]+\s*)(?=\n|$)/.exec(this.source.content)
    const title = match?.[1] ?? match?.[2]
    if (title !== undefined) this.data.set('title', title)
  }

  #readFrontMatter(): RubyHash {
    const { yaml, yamlLine } = this.source
    if (yaml === undefined) return new Map()
    const { value, problems } = readYaml(yaml, this.settings.zone)
    for (const { message, line } of problems)
      this.problems.push({
        code: 'front-matter.unreadable',
        message,
        path: this.file.path,
        line: line + yamlLine - 1,
      })
    return isHash(value) ? value : new Map()
  }
}
