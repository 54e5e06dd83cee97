import { type RubyHash, RubyObject, type RubyValue } from '../../ruby/index.ts'
import { LazyObject } from './lazy-object.ts'

/** The top of what a template sees (jekyll/drops/unified_payload_drop.rb). */
export class Payload extends RubyObject {
  content: RubyValue = null
  layout: RubyValue = null
  paginator: RubyValue = null
  /** What other tags put beside the rest, such as `seo_tag`. */
  readonly extra: RubyHash = new Map()
  readonly page: RubyValue
  readonly #site: RubyObject
  readonly #jekyll: RubyObject
  readonly #theme: RubyObject | undefined
  readonly #around: string | null

  /** @param around what `highlight` puts before and after its code: a line break in Markdown */
  constructor(page: RubyValue, site: RubyObject, around: string | null, fixed: PayloadConstants) {
    super()
    this.page = page
    this.#site = site
    this.#around = around
    this.#jekyll = fixed.jekyll
    this.#theme = fixed.theme
  }

  get(key: string): RubyValue {
    switch (key) {
      case 'site':
        return this.#site
      case 'page':
        return this.page
      case 'content':
        return this.content
      case 'layout':
        return this.layout
      case 'paginator':
        return this.paginator
      case 'jekyll':
        return this.#jekyll
      case 'theme':
        return this.#theme
      case 'highlighter_prefix':
      case 'highlighter_suffix':
        return this.#around
      default:
        return this.extra.get(key)
    }
  }

  has(key: string): boolean {
    const value = this.get(key)
    return value !== null && value !== undefined
  }

  keys(): readonly string[] {
    return ['site', 'page', 'content', 'layout', 'paginator', 'jekyll', 'theme']
  }

  toText(): string {
    return 'Jekyll::Drops::UnifiedPayloadDrop'
  }
}

/** What is the same in every template of a build. */
export interface PayloadConstants {
  readonly jekyll: RubyObject
  readonly theme: RubyObject | undefined
}

/** `jekyll`. */
export function jekyllObject(version: string, environment: string): RubyObject {
  const members = { version: () => version, environment: () => environment }
  return new LazyObject(members, new Map(), () => 'Jekyll::Drops::JekyllDrop')
}

/** `theme`. */
export function themeObject(name: string, version: string): RubyObject {
  const members = { root: () => name, version: () => version, authors: () => '', description: () => '' }
  return new LazyObject(members, new Map(), () => 'Jekyll::Drops::ThemeDrop')
}
