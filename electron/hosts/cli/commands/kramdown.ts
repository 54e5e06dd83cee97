import { parse as parseYaml } from 'yaml'
import {
  type HtmlOptions,
  type Options,
  type Warning,
  convert,
  defaultOptions,
  highlight,
  jekyllOptions,
  mergeOptions,
} from '../../../../core/kramdown/index.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { readText } from '../read-text.ts'

export const command: Command = {
  summary: 'converts Markdown to HTML as kramdown does',
  help: `lectern kramdown [FILE|-] [--input GFM|kramdown] [--options FILE.yml] [--kramdown-version 2.4|2.5]
lectern kramdown --cases FILE.json [--input …] [--kramdown-version …]

Without options the HTML is what Jekyll's defaults give. Warnings go to stderr.

  --options   kramdown's own defaults overlaid by this file (YAML; keys with or without a leading colon, those kramdown
              does not know are ignored)
  --input     wins over --options
  --cases     an array of {id, markdown, options?, input?} in; out, an array of
              {id, html, warnings: [{code, message, line, column}]}
`,
  run: runKramdown,
}

async function runKramdown(context: CommandContext): Promise<ExitCode> {
  const { values, positionals } = parse(context.args)
  if (positionals.length > 1) throw new UsageError('give one file, or - for standard input')
  const version = readVersion(values['kramdown-version'])
  const input = readInput(values.input)
  if (values.cases !== undefined) {
    const cases = readCases(await readText(context, values.cases))
    const results = cases.map(one => convertCase(one, input, version))
    context.out(`${JSON.stringify(results)}\n`)
    return 0
  }
  const text = await readText(context, positionals[0] ?? '-')
  const configuration =
    values.options === undefined ? undefined : readConfiguration(await readText(context, values.options))
  const { html, warnings } = convert(text, readOptions(configuration, input, version))
  for (const { line, column, message } of warnings) context.err(`${line}:${column}: ${message}\n`)
  context.out(html)
  return 0
}

interface Case {
  readonly id: unknown
  readonly markdown: string
  readonly options?: string
  readonly input?: string
}

/** The flags are for cases that name no input of their own, beside the Markdown or in their options. */
function convertCase(one: Case, input: string | undefined, version: Options['version'] | undefined) {
  const configuration = one.options === undefined ? undefined : readConfiguration(one.options)
  const named = configuration && ('input' in configuration || ':input' in configuration)
  const options = readOptions(configuration, one.input ?? (named ? undefined : input), version)
  const { html, warnings } = convert(one.markdown, options)
  return { id: one.id, html, warnings: warnings.map(withoutSpan) }
}

function withoutSpan({ code, message, line, column }: Warning) {
  return { code, message, line, column }
}

/** @param configuration what an options file says; absent, Jekyll's defaults are meant */
function readOptions(
  configuration: Readonly<Record<string, unknown>> | undefined,
  input: string | undefined,
  version: Options['version'] | undefined,
): HtmlOptions {
  const base = configuration === undefined ? jekyllOptions : mergeOptions(defaultOptions, configuration)
  return {
    ...base,
    highlight,
    ...(input === undefined ? {} : { input }),
    ...(version === undefined ? {} : { version }),
  }
}

function readConfiguration(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = parseYaml(text, { version: '1.1' })
  } catch (error) {
    throw new UsageError(`the options are no YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new UsageError('the options are no YAML mapping')
  return value as Readonly<Record<string, unknown>>
}

function readCases(text: string): readonly Case[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`the cases are no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!Array.isArray(value) || !value.every(isCase))
    throw new UsageError('the cases have to be an array of {id, markdown, options?, input?}')
  return value
}

function isCase(value: unknown): value is Case {
  if (typeof value !== 'object' || value === null || !('markdown' in value)) return false
  const { markdown, options, input } = value as Record<string, unknown>
  return typeof markdown === 'string' && isOptionalText(options) && isOptionalText(input)
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function readInput(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const input = ['GFM', 'kramdown'].find(known => known.toLowerCase() === text.toLowerCase())
  if (input === undefined) throw new UsageError('--input is GFM or kramdown')
  return input
}

function readVersion(text: string | undefined): Options['version'] | undefined {
  if (text === undefined || text === '2.4' || text === '2.5') return text
  throw new UsageError('--kramdown-version is 2.4 or 2.5')
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      input: { type: 'string' },
      options: { type: 'string' },
      cases: { type: 'string' },
      'kramdown-version': { type: 'string' },
    },
    allowPositionals: true,
  })
}
