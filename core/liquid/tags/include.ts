import type { RubyHash, RubyValue } from '../../ruby/index.ts'
import type { Context } from '../context.ts'
import { parseExpression } from '../expression.ts'
import { LiquidError } from '../liquid-error.ts'
import { type ParseOptions, type TagDefinition, parseTemplate } from '../parse-template.ts'
import type { Output, Template } from '../template.ts'

const parameterSource = String.raw`([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))`
const parametersPattern = new RegExp(String.raw`^\s*(?:${parameterSource}(?=\s|$(?![\s\S]))\s*)*$(?![\s\S])`)
const withVariable = /([^{]*(\{\{\s*[\w\-.]+\s*(\|.*)?\}\}[^\s{}]*)+)([\s\S]*)/s
const validName = /^[\w/.\-()+~#@]+$/m
const invalidSequence = /[./]{2,}/

export interface IncludeMarkup {
  readonly file: string
  readonly parameters: string | undefined
}

/** `{% include file.html key="value" %}` (jekyll/tags/include.rb, OptimizedIncludeTag). */
export const include: TagDefinition = includeTag((name, cx) => cx.host.include(name), '_includes')

/** `{% include_relative file.md %}`: beside the page itself. */
export const includeRelative: TagDefinition = includeTag(
  (name, cx) => cx.host.includeRelative(name, cx.page),
  'the folder of the page',
)

/** A tag that renders another file in place; `find` says which. */
export function includeTag(
  find: (name: string, cx: Context) => Template | undefined,
  place: string,
): TagDefinition {
  return {
    isBlock: false,
    parse(markup, parser, tagName) {
      const { line } = parser
      const { file, parameters } = parseIncludeMarkup(markup, tagName)
      return {
        line,
        blank: false,
        render(cx, output) {
          const name = fileName(file, cx)
          checkName(name, tagName)
          const template = find(name, cx)
          if (template) renderInclude(template, parameters, line, cx, output)
          else reportMissing(name, place, line, cx)
        },
      }
    },
  }
}

function parseIncludeMarkup(markup: string, tagName: string): IncludeMarkup {
  const text = markup.trim()
  const variable = text.includes('{{') ? withVariable.exec(text) : null
  const plain = /^(\S*)(?:\s+([\s\S]*))?$/.exec(text)
  const file = variable?.[1]?.trim() ?? plain?.[1] ?? ''
  const parameters = variable ? variable[4]!.trim() : plain?.[2]
  if (parameters !== undefined && !parametersPattern.test(parameters))
    throw new LiquidError(
      'ArgumentError',
      `Invalid syntax for include tag:\n\n${parameters}\n\nValid syntax:\n\n${example(tagName)}\n\n`,
    )
  return { file, parameters }
}

function example(tagName: string): string {
  return `{% ${tagName} file.ext param='value' param2='value' %}`
}

/** A name may hold `{{ variables }}`. */
function fileName(file: string, cx: Context): string {
  if (!file.includes('{{') || !withVariable.test(file)) return file
  const options: ParseOptions = { tags: new Map() }
  return parseTemplate(file, options).render(cx)
}

function checkName(name: string, tagName: string): void {
  if (!invalidSequence.test(name) && validName.test(name)) return
  throw new LiquidError(
    'ArgumentError',
    'Invalid syntax for include tag. File contains invalid characters or sequences:\n\n' +
      `  ${name}\n\nValid syntax:\n\n  ${example(tagName)}\n\n`,
  )
}

/** What the included file assigns stays assigned; only `include` itself is its own (shared scope, as in Ruby). */
export function renderInclude(
  template: Template,
  parameters: string | undefined,
  line: number,
  cx: Context,
  output: Output,
): void {
  cx.inScope(() => {
    if (parameters !== undefined) cx.setLocal('include', readParameters(parameters, cx))
    cx.inclusions.push({ name: template.name ?? '', line })
    try {
      template.body.render(cx, output)
    } catch (error) {
      if (error instanceof LiquidError) {
        error.templateName = template.name
        error.markupContext ??= 'included '
        error.includedAt = line
      }
      throw error
    } finally {
      cx.inclusions.pop()
    }
  })
}

export function readParameters(parameters: string, cx: Context): RubyHash {
  const values = new Map<RubyValue, RubyValue>()
  for (const [, key, double, single, variable] of parameters.matchAll(new RegExp(parameterSource, 'g'))) {
    if (double !== undefined) values.set(key, double.replaceAll(String.raw`\"`, '"'))
    else if (single !== undefined) values.set(key, single.replaceAll(String.raw`\'`, "'"))
    else values.set(key, parseExpression(variable!).evaluate(cx))
  }
  return values
}

function reportMissing(name: string, place: string, line: number, cx: Context): void {
  const message = `Could not locate the included file '${name}' in ${place}.`
  if (!cx.host.tolerate({ code: 'liquid.include-missing', message, line }))
    throw new LiquidError('IOError', message)
}
