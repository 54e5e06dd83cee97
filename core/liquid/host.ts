import type { RubyTime, RubyValue, Zone } from '../ruby/index.ts'
import type { Template } from './template.ts'

/** Something a template could not do, where the rest is rendered all the same. */
export interface LiquidProblem {
  readonly code: string
  readonly message: string
  /** From 1, in the template named. */
  readonly line: number | undefined
  /** Undefined for the text rendered itself. */
  readonly template?: string
}

/** What Liquid's filters and tags ask of the site around them. */
export interface LiquidHost {
  /** `now`, `today`. */
  readonly now: RubyTime
  readonly zone: Zone
  /** `url` and `baseurl` of the configuration. */
  readonly url: RubyValue
  readonly baseurl: RubyValue
  /** Whether `link` and `post_url` put baseurl before the address; Jekyll 3 did not. */
  readonly linksHaveBaseurl: boolean
  readonly highlighter: RubyValue
  markdownify(text: string): string
  smartify(text: string): string
  /** A style sheet in Sass's indented or SCSS syntax as CSS. */
  sassify(text: string, syntax: 'sass' | 'scss'): string
  /** Code as HTML with the classes of Rouge, without anything around it. */
  highlight(code: string, language: string): string
  /** The include of this name, parsed; undefined where there is none. */
  include(name: string): Template | undefined
  /** The file of this name beside the page, parsed. */
  includeRelative(name: string, page: RubyValue): Template | undefined
  /** The URL of the file of the site with this path, without baseurl. */
  link(path: string): string | undefined
  /** The URL of the post of this name, such as `2014-03-06-title`, without baseurl. */
  postUrl(name: string): string | undefined
  /**
   * Notes something missing and says whether to go on without it; where it answers false, the tag fails as it does in
   * Ruby.
   */
  tolerate(problem: LiquidProblem): boolean
}
