import { type RubyHash, isArray } from '../ruby/index.ts'
import { deepMerge } from './deep-merge.ts'
import type { HostingSigns } from './site.ts'

export type JekyllVersion = '4.3' | '3.10'

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
export function chooseJekyll(hosting: HostingSigns, wanted?: JekyllVersion): JekyllChoice {
  const usesPagesGem = /^\s*gem\s+["']github-pages["']/m.test(hosting.gemfile ?? '')
  const lockedPages = /^ {4}github-pages \(/m.test(hosting.lockfile ?? '')
  if (wanted !== undefined)
    return { version: wanted, isPages: wanted === '3.10' && (usesPagesGem || lockedPages), reason: 'chosen' }
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

/** One way in which Jekyll 3.10, as GitHub Pages runs it, differs from 4.3. */
export interface VersionDifference {
  readonly id: string
  /** For the writer. */
  readonly what: string
  readonly source: string
  /** Whether the rule was seen in a run of that Jekyll. 3.10 and Liquid 4 cannot be run beside this code. */
  readonly isVerified: boolean
  /** Whether Lectern renders by it; otherwise it only says so. */
  readonly isFollowed: boolean
}

const unverified = { isVerified: false } as const

export const versionDifferences: readonly VersionDifference[] = [
  {
    id: 'link-without-baseurl',
    what: 'link and post_url do not put baseurl before the address',
    source: 'Jekyll docs, “Upgrading 3.x to 4.x”, template rendering',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'excerpt-all-definitions',
    what: 'an excerpt keeps every link definition of the post, used or not',
    source: 'Jekyll history, 4.0.0: “Excerpt: only relevant reference definitions”',
    isFollowed: true,
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
    what: 'GitHub Pages sets kramdown’s input, hard_wrap and math engine, and Rouge as highlighter',
    source: 'pages-gem, lib/github-pages/configuration.rb, OVERRIDES',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-default-layout',
    what: 'pages and posts without a layout get the layout post, page, home or default, where it is there',
    source: 'jekyll-default-layout, lib/jekyll-default-layout/generator.rb',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-titles-from-headings',
    what: 'a page without a title takes its first heading',
    source: 'jekyll-titles-from-headings, lib/jekyll-titles-from-headings/generator.rb',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-optional-front-matter',
    what: 'Markdown files without front matter are pages too',
    source: 'jekyll-optional-front-matter, lib/jekyll-optional-front-matter/generator.rb',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'pages-readme-index',
    what: 'README.md is the index of a folder without one',
    source: 'jekyll-readme-index, lib/jekyll/static_file_ext.rb',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-relative-links',
    what: 'links to Markdown files become links to their pages',
    source: 'jekyll-relative-links, lib/jekyll-relative-links/generator.rb',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'pages-safe',
    what: 'plugins GitHub does not list do not run',
    source: 'pages-gem, lib/github-pages/plugins.rb',
    isFollowed: false,
    ...unverified,
  },
  {
    id: 'liquid-4-tags',
    what: 'there are no tags liquid, echo, render and #',
    source: 'Liquid history, 5.0.0 and 5.4.0',
    isFollowed: true,
    ...unverified,
  },
  {
    id: 'liquid-4-filters',
    what: 'there are no filters base64_…, remove_last, replace_last, find, find_exp; an unknown filter gives back its input',
    source: 'Liquid history, 5.0.0, 5.2.0, 5.4.0; Jekyll history, 4.1.0',
    isFollowed: true,
    ...unverified,
  },
]

/** Whether a site is rendered by a difference of the table. */
export function follows(choice: JekyllChoice, id: string): boolean {
  const difference = versionDifferences.find(candidate => candidate.id === id)
  if (!difference?.isFollowed || choice.version === '4.3') return false
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
