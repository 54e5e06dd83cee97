import type { Version } from './version.ts'

/**
 * What kramdown can be told, under kramdown's own names (lib/kramdown/options.rb; the GFM parser's two at the end).
 * Options that do not touch HTML are left out.
 */
export interface Options {
  /** Which kramdown to be: 2.4 is what GitHub Pages and Jekyll 4.3 use. Ours; kramdown has no such option. */
  readonly version: Version
  /** `GFM` is what Jekyll asks for; everything else is plain kramdown. */
  readonly input: string
  readonly auto_ids: boolean
  readonly auto_id_stripping: boolean
  readonly auto_id_prefix: string
  readonly parse_block_html: boolean
  readonly parse_span_html: boolean
  readonly html_to_native: boolean
  /** Link definitions every document has: label → address and title. */
  readonly link_defs: Readonly<Record<string, readonly [url: string, title: string | undefined]>>
  readonly footnote_nr: number
  readonly entity_output: 'as_char' | 'as_input' | 'numeric' | 'symbolic'
  readonly toc_levels: readonly number[]
  /** Entity names or code points for ‘ ’ “ ”. */
  readonly smart_quotes: readonly string[]
  readonly typographic_symbols: Readonly<Record<string, string>>
  readonly header_offset: number
  readonly header_links: boolean
  readonly syntax_highlighter: string | undefined
  readonly syntax_highlighter_opts: Readonly<Record<string, unknown>>
  readonly math_engine: string | undefined
  readonly footnote_backlink: string
  readonly footnote_backlink_inline: boolean
  readonly footnote_prefix: string
  readonly footnote_link_text: string
  readonly remove_line_breaks_for_cjk: boolean
  readonly forbidden_inline_options: readonly string[]
  /** GFM: a newline in a paragraph is a line break. */
  readonly hard_wrap: boolean
  /** GFM: `paragraph_end`, `no_auto_typographic`. */
  readonly gfm_quirks: readonly string[]
}

export const defaultOptions: Options = {
  version: '2.4',
  input: 'kramdown',
  auto_ids: true,
  auto_id_stripping: false,
  auto_id_prefix: '',
  parse_block_html: false,
  parse_span_html: true,
  html_to_native: false,
  link_defs: {},
  footnote_nr: 1,
  entity_output: 'as_char',
  toc_levels: [1, 2, 3, 4, 5, 6],
  smart_quotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographic_symbols: {},
  header_offset: 0,
  header_links: false,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: {},
  math_engine: 'mathjax',
  footnote_backlink: '&#8617;',
  footnote_backlink_inline: false,
  footnote_prefix: '',
  footnote_link_text: '%s',
  remove_line_breaks_for_cjk: false,
  forbidden_inline_options: ['template'],
  hard_wrap: true,
  gfm_quirks: ['paragraph_end'],
}

/** What Jekyll gives kramdown for a site that configures nothing (lib/jekyll/configuration.rb). */
export const jekyllOptions: Options = {
  ...defaultOptions,
  input: 'GFM',
  hard_wrap: false,
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
}

type Read = (value: unknown) => unknown

const boolean: Read = value =>
  typeof value === 'boolean' ? value : toText(value).toLowerCase().trim() !== 'false' && toText(value) !== ''

const string: Read = toText

const integer: Read = value => {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  return /^\s*[+-]?\d+\s*$/.test(toText(value)) ? Number(toText(value)) : undefined
}

/** A Ruby symbol: `:rouge` and `rouge` are the same, an empty one and `nil` are none. */
const symbol: Read = value => {
  const name = toText(value).trim().replace(/^:/, '')
  return name === '' || name === 'nil' ? null : name
}

const list =
  (read: (item: unknown) => unknown, size?: number): Read =>
  value => {
    const items = typeof value === 'string' ? value.split(',') : value
    if (!Array.isArray(items) || (size !== undefined && items.length !== size)) return undefined
    return items.map(read)
  }

const record: Read = value => (isRecord(value) ? withPlainKeys(value) : undefined)

const textRecord: Read = value =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(withPlainKeys(value)).map(([key, text]) => [key, toText(text)]))
    : undefined

const linkDefinitions: Read = value => {
  if (!isRecord(value)) return undefined
  const pairs = Object.entries(value).map(([label, target]) => {
    const [url, title] = Array.isArray(target) ? target : [undefined]
    return [label, [toText(url), title === undefined || title === null ? undefined : toText(title)]]
  })
  return Object.fromEntries(pairs)
}

const tocLevels: Read = value => {
  const levels = levelList(value)
  return levels?.every(level => level >= 1 && level <= 6) ? levels : undefined
}

function levelList(value: unknown): number[] | undefined {
  if (Array.isArray(value)) return [...new Set(value.map(level => Math.trunc(Number(level))))]
  const text = toText(value)
  const range = /^(\d)\.\.(\d)$/.exec(text)
  if (range) {
    const first = Number(range[1])
    return Array.from({ length: Math.max(0, Number(range[2]) - first + 1) }, (_, index) => first + index)
  }
  return /^\d(?:,\d)*$/.test(text) ? [...new Set(text.split(',').map(Number))] : undefined
}

const footnoteLinkText: Read = value => (toText(value).includes('%s') ? toText(value) : undefined)

const version: Read = value => (toText(value).startsWith('2.5') ? '2.5' : '2.4')

/** How each option is read from a configuration file or an `{::options}` tag. */
const readers: Readonly<Record<keyof Options, Read>> = {
  version,
  input: value => toText(value),
  auto_ids: boolean,
  auto_id_stripping: boolean,
  auto_id_prefix: string,
  parse_block_html: boolean,
  parse_span_html: boolean,
  html_to_native: boolean,
  link_defs: linkDefinitions,
  footnote_nr: integer,
  entity_output: symbol,
  toc_levels: tocLevels,
  smart_quotes: list(item => toText(item).trim(), 4),
  typographic_symbols: textRecord,
  header_offset: integer,
  header_links: boolean,
  syntax_highlighter: symbol,
  syntax_highlighter_opts: record,
  math_engine: symbol,
  footnote_backlink: string,
  footnote_backlink_inline: boolean,
  footnote_prefix: string,
  footnote_link_text: footnoteLinkText,
  remove_line_breaks_for_cjk: boolean,
  forbidden_inline_options: list(symbol),
  hard_wrap: boolean,
  gfm_quirks: list(symbol),
}

/** Options kramdown knows that leave HTML as it is, or need what Lectern does not have (ERB, stringex). */
const withoutEffect: ReadonlySet<string> = new Set([
  'template',
  'transliterated_header_ids',
  'line_width',
  'latex_headers',
  'remove_block_html_tags',
  'remove_span_html_tags',
  'math_engine_opts',
  'list_indent',
])

/** Whether kramdown of this version knows an option of that name. */
export function isOption(name: string, kramdown: Version): name is keyof Options {
  if (name === 'version' || name === 'input') return false
  if (kramdown === '2.4' && (name === 'header_links' || name === 'footnote_link_text')) return false
  return Object.hasOwn(readers, name) || withoutEffect.has(name)
}

/** One option's value from what was written, `undefined` when kramdown would refuse it. */
export function readOption(name: string, value: unknown): { readonly value: unknown } | undefined {
  if (!Object.hasOwn(readers, name)) return undefined
  const read = readers[name as keyof Options](value)
  if (read === undefined) return undefined
  return { value: read === null ? undefined : read }
}

/**
 * A configuration as written in YAML, laid over other options. Keys may carry Ruby's leading colon; keys kramdown
 * does not know and values it would refuse are left out.
 */
export function mergeOptions(base: Options, values: Readonly<Record<string, unknown>>): Options {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(values)) {
    const name = key.replace(/^:/, '')
    const read = readOption(name, value)
    if (read) merged[name] = read.value
  }
  return merged as unknown as Options
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withPlainKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.replace(/^:/, ''), item]))
}
