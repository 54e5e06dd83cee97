import { type LiquidHost, type LiquidProblem, type Template } from '../liquid/index.ts'
import {
  RubyObject,
  type RubyTime,
  type RubyValue,
  type Zone,
  parseTime,
  rubyString,
  toText,
} from '../ruby/index.ts'
import type { Site } from './create-site.ts'
import type { Document } from './document.ts'
import type { Page } from './page.ts'
import type { SiteProblem } from './site.ts'
import { follows } from './versions.ts'

/** What Liquid asks of the site while it renders one document. */
export class DocumentHost implements LiquidHost {
  readonly #site: Site
  readonly #item: Document | Page
  readonly #problems: SiteProblem[]
  readonly #told = new Set<string>()
  /** The line of the file the template starts at; undefined where the template is no part of it. */
  readonly #firstLine: number | undefined
  readonly #template: string | undefined

  constructor(
    site: Site,
    item: Document | Page,
    problems: SiteProblem[],
    firstLine: number | undefined,
    template?: string,
  ) {
    this.#site = site
    this.#item = item
    this.#problems = problems
    this.#firstLine = firstLine
    this.#template = template
  }

  get now(): RubyTime {
    return this.#site.settings.time
  }

  get zone(): Zone {
    return this.#site.settings.zone
  }

  get url(): RubyValue {
    return this.#site.settings.configuration.get('url')
  }

  get baseurl(): RubyValue {
    return this.#site.settings.configuration.get('baseurl')
  }

  get linksHaveBaseurl(): boolean {
    return !follows(this.#site.settings.jekyll, 'link-without-baseurl')
  }

  get highlighter(): RubyValue {
    return this.#site.settings.configuration.get('highlighter')
  }

  get config(): ReadonlyMap<RubyValue, RubyValue> {
    return this.#site.settings.configuration
  }

  markdownify(text: string): string {
    return this.#site.markdown.convert(text)
  }

  smartify(text: string): string {
    return this.#site.markdown.smartify(text)
  }

  sassify(text: string): string {
    this.tolerate({
      code: 'liquid.sass',
      message: 'Sass inside a template is shown uncompiled here.',
      line: undefined,
    })
    return text
  }

  highlight(code: string, language: string): string {
    return this.#site.markdown.highlight(code, language)
  }

  include(name: string): Template | undefined {
    return this.#site.include(name)
  }

  includeRelative(name: string): Template | undefined {
    const { path } = this.#item.file
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
    return this.#site.template(folder + name.replace(/^\/+/, ''))
  }

  link(path: string): string | undefined {
    for (const page of this.#site.pages) if (isAt(page.file.path, path)) return page.url
    for (const file of this.#site.staticFileObjects)
      if (isAt(toText(file.get('path')).replace(/^\//, ''), path)) return staticUrl(file)
    for (const collection of this.#site.collections.values())
      for (const document of collection.documents)
        if (collection.isWritten && isAt(document.relativePath, path)) return document.url
    return undefined
  }

  /** By path, date and slug as the file name has them; else by slug and day (jekyll/tags/post_url.rb). */
  postUrl(name: string): string | undefined {
    const match = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/m.exec(name.replace(/^\//, ''))
    if (!match) return undefined
    const [, folder = '', date = '', slug = ''] = match
    const file = `${escapePattern(`${date}-${slug}`)}\\.[^.]+`
    const pattern = new RegExp(
      `^_posts/${escapePattern(folder)}${file}|^${escapePattern(folder)}_posts/?${file}`,
    )
    const posts = this.#site.collections.get('posts')?.documents ?? []
    const exact = posts.find(post => pattern.test(post.relativePath))
    if (exact) return exact.url
    const day = parseTime(date, this.zone, this.now)?.in(this.zone).civil
    return posts.find(post => {
      const { year, month, day: dayOfMonth } = post.date.civil
      const isSameDay = year === day?.year && month === day.month && dayOfMonth === day.day
      return isSameDay && toText(post.data.get('slug')) === slug
    })?.url
  }

  tolerate(problem: LiquidProblem): boolean {
    const inFile = problem.template ?? this.#template
    const message = inFile === undefined ? problem.message : `${problem.message} (in ${inFile})`
    const line = this.#firstLine === undefined ? 1 : (problem.line ?? 1) + this.#firstLine - 1
    // A loop meets the same again at each turn.
    const key = `${line} ${message}`
    if (this.#told.has(key)) return true
    this.#told.add(key)
    this.#problems.push({ code: problem.code, message: rubyString.strip(message), line })
    return true
  }
}

function isAt(path: string, wanted: string): boolean {
  return path === wanted || `/${path}` === wanted
}

function staticUrl(file: RubyObject): string {
  return toText(file.get('path'))
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
