import { type RubyHash, isArray } from '../ruby/index.ts'
import { deepMerge } from './deep-merge.ts'
import type { HostingSigns, JekyllVersion } from './site.ts'

/** Which Jekyll publishes a site, and what tells so. */
export interface JekyllChoice {
  readonly version: JekyllVersion
  /** GitHub Pages: safe mode, its own settings and plugins. */
  readonly isPages: boolean
  readonly reason: string
}

/**
 * Which Jekyll publishes a site: the one of `Gemfile.lock`; GitHub Pages' where the `github-pages` gem says so, or where
 * nothing builds the site elsewhere and the remote or a CNAME points to Pages; else the newest.
 */
export function chooseJekyll(hosting: HostingSigns, wanted = hosting.chosen): JekyllChoice {
  if (wanted !== undefined) return { version: wanted, isPages: wanted === '3.10', reason: 'chosen' }
  const usesPagesGem = /^\s*gem\s+["']github-pages["']/m.test(hosting.gemfile ?? '')
  const lockedPages = /^ {4}github-pages \(/m.test(hosting.lockfile ?? '')
  if (lockedPages || usesPagesGem) return { version: '3.10', isPages: true, reason: 'the gem github-pages' }
  const locked = /^ {4}jekyll \((\d+)\./m.exec(hosting.lockfile ?? '')?.[1]
  if (locked !== undefined)
    return {
      version: Number(locked) < 4 ? '3.10' : '4.3',
      isPages: false,
      reason: `Gemfile.lock: jekyll ${locked}`,
    }
  const pointsToPages = hosting.hasCname || /github\.(?:com|io)[:/]/.test(hosting.remote ?? '')
  if (
    hosting.gemfile === undefined &&
    !hosting.hasBuildWorkflow &&
    pointsToPages &&
    /github/.test(hosting.remote ?? '')
  )
    return { version: '3.10', isPages: true, reason: 'no Gemfile, and the repository lies on GitHub' }
  return { version: '4.3', isPages: false, reason: 'nothing says otherwise' }
}

/** Which Jekyll the signs of a repository point to, in words for the writer. */
export function foundJekyll(hosting: HostingSigns): string {
  const { version, isPages, reason } = chooseJekyll({ ...hosting, chosen: undefined })
  return `${version}${isPages ? ' as GitHub Pages builds it' : ''} (${reason})`
}

/** One way in which Jekyll 3.10, as GitHub Pages runs it, differs from 4.3. */
export interface VersionDifference {
  readonly id: string
  /** For the writer. */
  readonly what: string
  readonly source: string
  /** Whether the rule was seen in a run of that Jekyll. */
  readonly isVerified: boolean
  /** Whether Lectern renders by it; otherwise it only says so. */
  readonly isFollowed: boolean
}

/** The rules are taken from the sources named; neither Jekyll 3.10 nor Liquid 4 could be run beside them. */
const unverified = { isVerified: false } as const

export const versionDifferences: readonly VersionDifference[] = [
  {
    id: 'link-without-baseurl',
    what: 'link and post_url do not put baseurl before the address',
    source:
      'Jekyll 3.10.0, lib/jekyll/tags/link.rb and post_url.rb, render; history, 4.0.0: “Incorporate relative_url within post_url tag” and “… in link tag”; guide “Upgrading from 3.x to 4.x”, first note',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'link-without-variables',
    what: 'link takes no variables',
    source: 'Jekyll history, 4.0.0: “Liquefied link tag”; 3.10.0, lib/jekyll/tags/link.rb, initialize',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'excerpt-all-definitions',
    what: 'an excerpt keeps every link definition of the post, used or not',
    source:
      'Jekyll 3.10.0, lib/jekyll/excerpt.rb, extract_excerpt; history, 4.0.0: “Push Markdown link refs to excerpt only as required”',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'liquid-in-front-matter',
    what: 'render_with_liquid in front matter does nothing',
    source: 'Jekyll history, 4.0.0: “Disable Liquid via front matter”',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'exclude-replaces',
    what: 'exclude stands in place of the folders that are always left out, not beside them',
    source:
      'guide “Upgrading from 3.x to 4.x”, “Exclusion changes”; Jekyll 3.10.0, lib/jekyll/configuration.rb, DEFAULTS',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'permalink-placeholders',
    what: 'a permalink knows no :slugified_categories and none of the date parts added in 4',
    source:
      'Jekyll history, 4.1.0: “Add :slugified_categories URL placeholder”; lib/jekyll/drops/url_drop.rb of 3.10.0 beside 4.3.0',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'slugs-without-marks',
    what: 'slugs keep letters and digits, but no combining marks',
    source:
      'Jekyll history, 4.1.0: “Switch slugify regex to support more Unicode character groups”; lib/jekyll/utils.rb of 3.10.0 beside 4.3.0',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'filters-of-4',
    what: 'number_of_words takes no mode, where_exp no “and” or “or”, and where with nil gives back its input',
    source:
      'Jekyll 3.10.0, lib/jekyll/filters.rb; history, 4.0.0 and 4.1.0: “Support for binary operators in where_exp filter”, “Detect nil and empty values in objects with where filter”, “Make number_of_words filter respect CJK characters”',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-future',
    what: 'GitHub Pages publishes posts of times to come',
    source: 'pages-gem, lib/github-pages/configuration.rb, DEFAULTS',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-kramdown',
    what: 'GitHub Pages sets kramdown’s math engine and highlighter, and Rouge for highlight tags',
    source: 'pages-gem, lib/github-pages/configuration.rb, OVERRIDES',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-theme',
    what: 'a site that names no theme wears Primer',
    source: 'pages-gem, lib/github-pages/configuration.rb, DEFAULTS',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-default-layout',
    what: 'Markdown pages and documents without a layout get home, page, post, their collection’s or default, where it is there',
    source:
      'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS; jekyll-default-layout, lib/jekyll-default-layout/generator.rb, layout_for',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-titles-from-headings',
    what: 'a page without a title takes the heading it begins with',
    source:
      'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS; jekyll-titles-from-headings, lib/jekyll-titles-from-headings/generator.rb, TITLE_REGEX and should_add_title?',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-optional-front-matter',
    what: 'Markdown files without front matter are pages too',
    source:
      'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS; jekyll-optional-front-matter, lib/jekyll-optional-front-matter.rb, FILENAME_BLACKLIST, and generator.rb',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-readme-index',
    what: 'README.md is the index of a folder without one',
    source:
      'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS; jekyll-readme-index, lib/jekyll-readme-index/generator.rb',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-relative-links',
    what: 'links to Markdown files become links to their pages',
    source:
      'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS; jekyll-relative-links, lib/jekyll-relative-links/generator.rb',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-metadata',
    what: 'site.github, and a title and an address where the site has none, come from GitHub',
    source: 'pages-gem, lib/github-pages/plugins.rb, DEFAULT_PLUGINS: jekyll-github-metadata',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-safe',
    what: 'plugins GitHub does not list do not run',
    source: 'pages-gem, lib/github-pages/configuration.rb, OVERRIDES, and plugins.rb, PLUGIN_WHITELIST',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'liquid-4-tags',
    what: 'there are no tags liquid, echo, render and #',
    source:
      'pages-gem, lib/github-pages/dependencies.rb: Liquid 4.0.4; Liquid history, 5.0.0 (render, liquid, echo) and 5.4.0 (#)',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'liquid-4-filters',
    what: 'there are no filters base64_…, remove_last, replace_last, find, find_exp; an unknown filter gives back its input',
    source:
      'Liquid history, 5.1.0 (base64) and 5.2.0 (remove_last, replace_last); Jekyll history, 4.1.0: “Add find filters to optimize where-first chains”',
    isFollowed: true,
    ...unverified,
  },
]

/** Whether a site is rendered by a difference of the table. */
export function follows(choice: JekyllChoice, id: string): boolean {
  if (choice.version === '4.3') return false
  const difference = versionDifferences.find(candidate => candidate.id === id)
  if (!difference?.isFollowed) return false
  return choice.isPages || !id.startsWith('pages-')
}

/** Tags and filters Liquid 4 and Jekyll 3.10 do not have. */
export const onlyInNewer = {
  tags: ['liquid', 'echo', 'render', '#'],
  filters: [
    'base64_encode',
    'base64_decode',
    'base64_url_safe_encode',
    'base64_url_safe_decode',
    'remove_last',
    'replace_last',
    'find',
    'find_exp',
  ],
} as const

/** The configuration as GitHub Pages completes it. What the site says is between its defaults and its overrides. */
export function withPagesSettings(values: RubyHash, own: RubyHash): RubyHash {
  const defaults: RubyHash = new Map()
  if (!own.has('future')) defaults.set('future', true)
  const kramdown: RubyHash = new Map()
  kramdown.set('math_engine', 'mathjax').set('syntax_highlighter', 'rouge')
  const overrides: RubyHash = new Map()
  overrides.set('lsi', false).set('safe', true).set('highlighter', 'rouge').set('kramdown', kramdown)
  const plugins = own.get('plugins')
  overrides.set('plugins', [...(isArray(plugins) ? plugins : []), ...pagesPlugins])
  return deepMerge(deepMerge(values, defaults), overrides)
}

/** Plugins GitHub Pages always loads that change what a page shows. */
const pagesPlugins = [
  'jekyll-default-layout',
  'jekyll-gist',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-readme-index',
  'jekyll-relative-links',
  'jekyll-titles-from-headings',
]
