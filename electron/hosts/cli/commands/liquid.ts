import { type TemplateSite, renderTemplate } from '../../../../core/jekyll/index.ts'
import { LiquidError } from '../../../../core/liquid/index.ts'
import { type RubyValue, isArray, isHash, toText } from '../../../../core/ruby/index.ts'
import { readJson, readYaml } from '../../../../core/yaml/index.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { readText } from '../read-text.ts'

export const command: Command = {
  summary: 'renders a Liquid template as Jekyll would',
  help: `lectern liquid [FILE|-] --context FILE.json [--site-url U] [--baseurl B] [--now ISO]
lectern liquid --cases FILE [--context FILE.json] [--site-url U] [--baseurl B] [--now ISO]

Prints what the template becomes; exit 1 and the error where Jekyll's build would stop.

  --context   the variables of the template, as JSON or YAML
  --cases     many at once: an object {context, cases: [{t}]}, or an array of templates with --context; prints an array
              of {out} or {error}, in order
  --site-url  \`url\` of the site's configuration, for absolute_url
  --baseurl   \`baseurl\` of the site's configuration
  --now       what \`now\` stands for
`,
  run: runLiquid,
}

async function runLiquid(context: CommandContext): Promise<ExitCode> {
  const { values, positionals } = readArguments(context.args)
  const site: TemplateSite = {
    url: values['site-url'],
    baseurl: values.baseurl,
    nowSeconds: Math.floor((values.now === undefined ? Date.now() : Date.parse(values.now)) / 1000),
    timezone: context.env['TZ'],
  }
  const variables =
    values.context === undefined ? undefined : readValue(await readText(context, values.context))
  if (values.cases !== undefined) {
    const answers = renderCases(readValue(await readText(context, values.cases)), variables, site)
    context.out(`${JSON.stringify(answers)}\n`)
    return 0
  }
  return renderOne(await readText(context, positionals[0] ?? '-'), variables, site, context, values.json)
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      context: { type: 'string' },
      cases: { type: 'string' },
      'site-url': { type: 'string' },
      baseurl: { type: 'string' },
      now: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  return { values, positionals }
}

function readValue(text: string): RubyValue {
  return (readJson(text) ?? readYaml(text)).value
}

type Answer = { readonly out: string } | { readonly error: string }

function answer(template: string, variables: RubyValue, site: TemplateSite): Answer {
  try {
    return { out: renderTemplate(template, variables, site) }
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    return { error: `${error.errorClass}: ${error.text}` }
  }
}

function renderCases(cases: RubyValue, variables: RubyValue, site: TemplateSite): Answer[] {
  const list = isHash(cases) ? cases.get('cases') : cases
  if (!isArray(list)) throw new UsageError('the cases must be an array, or an object with one called “cases”')
  const shared = variables ?? (isHash(cases) ? cases.get('context') : undefined)
  return list.map(item => {
    const template = isHash(item) ? item.get('t') : item
    return answer(toText(template), (isHash(item) ? item.get('context') : undefined) ?? shared, site)
  })
}

function renderOne(
  template: string,
  variables: RubyValue,
  site: TemplateSite,
  context: CommandContext,
  asJson: boolean,
): ExitCode {
  const result = answer(template, variables, site)
  if (asJson) context.out(`${JSON.stringify(result)}\n`)
  else if ('out' in result) context.out(result.out)
  if (!asJson && 'error' in result) context.err(`lectern liquid: ${result.error}\n`)
  return 'error' in result ? 1 : 0
}
