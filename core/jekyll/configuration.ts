import { type RubyHash, type RubyValue, isArray, isHash, toText } from '../ruby/index.ts'
import { readSiteYaml } from '../yaml/index.ts'
import { deepMerge } from './deep-merge.ts'
import type { SiteFile, SiteProblem } from './site.ts'

/** Jekyll's defaults (jekyll/configuration.rb, DEFAULTS). */
function defaults(source: string): RubyHash {
  return hash({
    source,
    destination: `${source}/_site`,
    collections_dir: '',
    cache_dir: '.jekyll-cache',
    plugins_dir: '_plugins',
    layouts_dir: '_layouts',
    data_dir: '_data',
    includes_dir: '_includes',
    collections: hash({}),
    safe: false,
    include: ['.htaccess'],
    exclude: [],
    keep_files: ['.git', '.svn'],
    encoding: 'utf-8',
    markdown_ext: 'markdown,mkdown,mkdn,mkd,md',
    strict_front_matter: false,
    show_drafts: null,
    limit_posts: 0,
    future: false,
    unpublished: false,
    whitelist: [],
    plugins: [],
    markdown: 'kramdown',
    highlighter: 'rouge',
    lsi: false,
    excerpt_separator: '\n\n',
    incremental: false,
    detach: false,
    port: '4000',
    host: '127.0.0.1',
    baseurl: null,
    show_dir_listing: false,
    permalink: 'date',
    paginate_path: '/page:num',
    timezone: null,
    quiet: false,
    verbose: false,
    defaults: [],
    liquid: hash({ error_mode: 'warn', strict_filters: false, strict_variables: false }),
    kramdown: hash({
      auto_ids: true,
      toc_levels: [1, 2, 3, 4, 5, 6],
      entity_output: 'as_char',
      smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
      input: 'GFM',
      hard_wrap: false,
      guess_lang: true,
      footnote_nr: 1,
      show_warnings: false,
    }),
  })
}

/** Never read, whatever `exclude` says (jekyll/configuration.rb, DEFAULT_EXCLUDES). */
export const alwaysExcluded = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
]

/** Named permalink styles (jekyll/configuration.rb, STYLE_TO_PERMALINK). */
const permalinkStyles: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
}

function hash(entries: Readonly<Record<string, RubyValue>>): RubyHash {
  return new Map<RubyValue, RubyValue>(Object.entries(entries))
}

export interface ConfigurationResult {
  readonly values: RubyHash
  /** What the site's own files say, before defaults. */
  readonly own: RubyHash
  readonly problems: readonly SiteProblem[]
}

/**
 * The configuration a build works with: files merged in order over Jekyll's defaults, collections and excludes
 * completed.
 *
 * @param themeFile the theme's own, which may set what Jekyll does not know and the site does not say
 */
export function readConfiguration(
  source: string,
  files: readonly SiteFile[],
  themeFile?: SiteFile,
): ConfigurationResult {
  const problems: SiteProblem[] = []
  let values: RubyHash = new Map()
  for (const file of files) {
    const read = readSiteYaml(file.text ?? '')
    for (const { message, line } of read.problems)
      problems.push({ code: 'config.unreadable', message, path: file.path, line })
    // Jekyll keeps what earlier files said and goes on with defaults when a file is no mapping.
    if (isHash(read.value)) values = deepMerge(values, withTextKeys(read.value))
    else if (read.problems.length === 0 && read.value !== null && read.value !== undefined)
      problems.push({
        code: 'config.unreadable',
        message: 'The configuration is no mapping',
        path: file.path,
      })
  }
  const own = values
  const standard = defaults(source)
  values = deepMerge(standard, values)
  if (themeFile && values.get('ignore_theme_config') !== true)
    values = deepMerge(themeValues(themeFile, standard), values)
  completeCollections(values)
  completeExcludes(values)
  completeKramdown(values)
  return { values, own, problems }
}

function themeValues(themeFile: SiteFile, standard: RubyHash): RubyHash {
  const { value } = readSiteYaml(themeFile.text ?? '')
  return isHash(value) ? new Map([...value].filter(([key]) => !standard.has(key))) : new Map()
}

function withTextKeys(values: RubyHash): RubyHash {
  return new Map([...values].map(([key, value]) => [toText(key), value]))
}

function completeCollections(values: RubyHash): void {
  const given = values.get('collections')
  const named: RubyHash = isArray(given) ? new Map(given.map(name => [toText(name), new Map()])) : new Map()
  const collections = deepMerge(hash({ posts: hash({}) }), isHash(given) ? given : named)
  const posts: RubyHash = new Map(asHash(collections.get('posts')))
  posts.set('output', true)
  const permalink = values.get('permalink')
  if (permalink !== null && permalink !== undefined && !truthyEntry(posts, 'permalink'))
    posts.set('permalink', permalinkStyles[toText(permalink)] ?? toText(permalink))
  collections.set('posts', posts)
  values.set('collections', collections)
}

function truthyEntry(values: RubyHash, key: string): boolean {
  const value = values.get(key)
  return value !== null && value !== undefined && value !== false
}

export function asHash(value: RubyValue): RubyHash {
  return isHash(value) ? value : new Map()
}

function completeExcludes(values: RubyHash): void {
  const given = values.get('exclude')
  const excluded = isArray(given) ? given : []
  values.set('exclude', [...new Set([...excluded, ...alwaysExcluded])])
}

/** What the Markdown converter adds to the options (jekyll/converters/markdown/kramdown_parser.rb, setup). */
function completeKramdown(values: RubyHash): void {
  const options: RubyHash = new Map(asHash(values.get('kramdown')))
  if (!truthyEntry(options, 'syntax_highlighter'))
    options.set('syntax_highlighter', values.get('highlighter') ?? 'rouge')
  const highlighting: RubyHash = new Map(asHash(options.get('syntax_highlighter_opts')))
  if (!truthyEntry(highlighting, 'default_lang')) highlighting.set('default_lang', 'plaintext')
  highlighting.set('guess_lang', options.get('guess_lang'))
  options.set('syntax_highlighter_opts', withCoderayOptions(highlighting, asHash(options.get('coderay'))))
  values.set('kramdown', options)
}

/** Options for CodeRay, which old configurations hold, become options of whatever highlighter there is. */
function withCoderayOptions(highlighting: RubyHash, coderay: RubyHash): RubyHash {
  if (coderay.size === 0) return highlighting
  const all = new Map([...highlighting, ...coderayDefaults, ...coderay])
  return new Map([...all].map(([key, value]) => [toText(key).replace(/^coderay_/, ''), value]))
}

/** jekyll/converters/markdown/kramdown_parser.rb, CODERAY_DEFAULTS. */
const coderayDefaults: RubyHash = hash({
  css: 'style',
  bold_every: 10,
  line_numbers: 'inline',
  line_number_start: 1,
  tab_width: 4,
  wrap: 'div',
})

/** A folder the configuration names, relative to the source, without slashes around it. */
export function configuredFolder(values: RubyHash, key: string): string {
  return toText(values.get(key)).replace(/^(?:\.?\/)+|\/+$/g, '')
}

/** Texts of a list such as `include`; a lone text counts as one. */
export function configuredTexts(values: RubyHash, key: string): string[] {
  const value = values.get(key)
  if (typeof value === 'string') return [value]
  return isArray(value) ? value.filter(item => typeof item === 'string') : []
}
