import type { Attributes, Element } from '../element.ts'
import type { HtmlContext } from './context.ts'
import { attributesHtml, escapeAll, spaces, spanHtml } from './escape.ts'
import { rougeLexer } from './rouge-lexers.ts'

/** `div.language-x.highlighter-rouge > div.highlight > pre.highlight > code`, or a bare `pre` without highlighting. */
export function codeblockHtml(cx: HtmlContext, element: Element, indent: number): string {
  const attributes = new Map(element.attributes)
  const language = takeLanguage(attributes)
  const code = highlighted(cx, element.value, element.options.language ?? language, 'block')
  if (code === undefined) return plainCodeblock(element, attributes, language, indent)
  addHighlighterClass(cx, attributes, language ?? defaultLanguage(cx, 'block'))
  return `${spaces(indent)}<div${attributesHtml(attributes)}>${code}${spaces(indent)}</div>\n`
}

export function codespanHtml(cx: HtmlContext, element: Element): string {
  const attributes = new Map(element.attributes)
  const language = languageIn(attributes.get('class'))
  const code = highlighted(cx, element.value, language, 'span')
  if (code === undefined) return spanHtml('code', attributes, escapeAll(element.value))
  addHighlighterClass(cx, attributes, language ?? defaultLanguage(cx, 'span'))
  return spanHtml('code', attributes, code)
}

function plainCodeblock(
  element: Element,
  attributes: Attributes,
  language: string | undefined,
  indent: number,
): string {
  const escaped = escapeAll(element.value)
  let code = escaped.endsWith('\n') ? escaped.slice(0, -1) : escaped
  if (/(?<!\w)show-whitespaces(?!\w)/.test(element.attributes.get('class') ?? ''))
    code = shownWhitespace(code)
  const codeAttributes = new Map(language === undefined ? [] : [['class', `language-${language}`]])
  return `${spaces(indent)}<pre${attributesHtml(attributes)}><code${attributesHtml(codeAttributes)}>${code}\n</code></pre>\n`
}

/** The class `show-whitespaces`: blanks in elements that tell those at line starts (`-l`) and ends (`-r`) apart. */
function shownWhitespace(code: string): string {
  return code.replace(
    /(?<![^\n])([ \t]+)|([ \t]+)(?![^\n])|[ \t]+/g,
    (blanks: string, leading?: string, trailing?: string) => {
      const suffix = leading ? '-l' : trailing ? '-r' : ''
      return Array.from(blanks, blank =>
        blank === '\t'
          ? `<span class="ws-tab${suffix}">\t</span>`
          : `<span class="ws-space${suffix}">&#8901;</span>`,
      ).join('')
    },
  )
}

const languageClass = /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\r\n\f\v]+)/u

function languageIn(className: string | undefined): string | undefined {
  return className === undefined ? undefined : languageClass.exec(className)?.[1]
}

function takeLanguage(attributes: Map<string, string>): string | undefined {
  const className = attributes.get('class')
  const language = languageIn(className)
  if (className === undefined || language === undefined) return undefined
  const rest = className.replace(languageClass, '').trim()
  if (rest === '') attributes.delete('class')
  else attributes.set('class', rest)
  return language
}

/** converter/html.rb, add_syntax_highlighter_to_class_attr: the language comes first, or replaces a first one. */
function addHighlighterClass(
  cx: HtmlContext,
  attributes: Map<string, string>,
  language: string | undefined,
): void {
  const className =
    `${attributes.get('class') ?? ''} highlighter-${cx.options.syntax_highlighter}`.trimStart()
  if (language === undefined) attributes.set('class', className)
  else if (/^language-[^ \t\r\n\f\v]/.test(className))
    attributes.set(
      'class',
      className.replace(/^language-[^ \t\r\n\f\v]+/, () => `language-${language}`),
    )
  else attributes.set('class', `language-${language} ${className}`)
}

type Settings = Readonly<Record<string, unknown>>

/** What `syntax_highlighter_opts` says for blocks and for spans. */
export interface CodeSettings {
  readonly block: Settings
  readonly span: Settings
}

export function codeSettings(options: Settings): CodeSettings {
  const { block, span, ...common } = options
  const together = (own: unknown): Settings => ({
    ...common,
    ...(typeof own === 'object' ? withoutColons(own as Settings) : {}),
  })
  return { block: together(block), span: together(span) }
}

function withoutColons(values: Settings): Settings {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.replace(/^:/, ''), value]))
}

function defaultLanguage(cx: HtmlContext, type: 'block' | 'span'): string | undefined {
  const language = cx.codeSettings[type]['default_lang']
  return isOn(language) ? String(language) : undefined
}

/** Code with the wrapping Rouge gives it, or undefined where it would not highlight (syntax_highlighter/rouge.rb). */
function highlighted(
  cx: HtmlContext,
  code: string,
  language: string | undefined,
  type: 'block' | 'span',
): string | undefined {
  if (cx.options.syntax_highlighter !== 'rouge') return undefined
  const values = cx.codeSettings[type]
  const wanted = language ?? defaultLanguage(cx, type)
  const guesses = isOn(values['guess_lang'])
  if ((wanted === undefined && !guesses) || isOn(values['disable'])) return undefined
  const lexer = wanted === undefined ? 'plaintext' : rougeLexer(wanted)
  if (lexer === undefined || (lexer === 'plaintext' && !guesses)) return undefined
  const html = (lexer === 'plaintext' ? undefined : cx.highlight?.(code, lexer)) ?? escapeAll(code)
  if (type === 'span') return isOn(values['line_numbers']) ? numbered(html, code, values) : html
  return wrapped(isOn(values['line_numbers']) ? numbered(html, code, values) : html, values)
}

function wrapped(html: string, values: Settings): string {
  if ('wrap' in values && !isOn(values['wrap'])) return html
  const className = isOn(values['css_class']) ? String(values['css_class']) : 'highlight'
  return `<div class="highlight"><pre class="${className}"><code>${html}</code></pre></div>`
}

/** Rouge's table of line numbers and code (formatters/html_table.rb). */
function numbered(html: string, code: string, values: Settings): string {
  const first = Number(values['start_line'] ?? 1)
  const complete = code.endsWith('\n')
  const count = code.split('\n').length - (complete ? 1 : 0)
  const numbers = Array.from({ length: count }, (_, index) => `${first + index}\n`).join('')
  const names = {
    table: values['table_class'] ?? 'rouge-table',
    gutter: values['gutter_class'] ?? 'rouge-gutter',
    code: values['code_class'] ?? 'rouge-code',
  }
  return (
    `<table class="${names.table}"><tbody><tr><td class="${names.gutter} gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="${names.code}"><pre>${html}${complete ? '' : '\n'}</pre></td></tr></tbody></table>`
  )
}

/** Ruby's truth: everything but `nil` and `false`. */
function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}
