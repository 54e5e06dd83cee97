import {
  type Embed,
  type EmbedStyle,
  type HouseStyle,
  type Refusal,
  embedStyles,
  isRefusal,
  pendingNotice,
  recogniseEmbed,
  writeEmbed,
} from '../../../../core/post/index.ts'
import { readHouse } from '../../../services/embed-house.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'recognises an address or embed code and writes the embed',
  help: `lectern embed URL-OR-CODE|- [--json] [--style house|iframe|privacy|poster|link] [--offline]

Prints the markup of an embed. Nothing is asked of the network.

  -          reads one JSON string a line and prints one JSON object a line; always exits 0
  --json     {provider, kind, id, params, offlineResolvable, embedSrc, html}; refused: {provider: null, reason, message}
  --style    house (the default): as the newest posts of this folder's site do it, or through the site's own include
             iframe: a plain frame        privacy: the service's privacy host, loaded when it comes into view
             poster: a picture that links  link: words that link
  --offline  the default, said aloud: what only the network knows is written as a link that can be published

Exit 1 when the input is refused.
`,
  run: runEmbed,
}

async function runEmbed(context: CommandContext): Promise<ExitCode> {
  const { input, style, json } = readArguments(context.args)
  const house = style === 'house' ? await readHouse(context.cwd) : undefined
  if (input === '-') {
    for (const line of (await context.stdin()).split(/\r?\n/))
      if (line.trim() !== '') context.out(`${JSON.stringify(answer(readLine(line), style, house))}\n`)
    return 0
  }
  const embed = recogniseEmbed(input)
  if (json) context.out(`${JSON.stringify(answer(embed, style, house))}\n`)
  else if (isRefusal(embed)) context.err(`lectern embed: ${embed.message}\n`)
  else {
    context.out(`${writeEmbed(embed, style, house)}\n`)
    const notice = pendingNotice(embed)
    if (notice) context.err(`lectern embed: ${notice}\n`)
  }
  return isRefusal(embed) ? 1 : 0
}

/** A line of JSON Lines; what is no JSON string is refused like any text that is no embed. */
function readLine(line: string): Embed | Refusal {
  try {
    const value: unknown = JSON.parse(line)
    return recogniseEmbed(typeof value === 'string' ? value : '')
  } catch {
    return recogniseEmbed('')
  }
}

function answer(embed: Embed | Refusal, style: EmbedStyle, house: HouseStyle | undefined) {
  if (isRefusal(embed)) {
    const { reason, message } = embed
    return {
      provider: null,
      kind: 'rejected',
      id: null,
      params: { reason },
      offlineResolvable: false,
      embedSrc: null,
      html: null,
      reason,
      message,
    }
  }
  const { provider, kind, id, params, offlineResolvable, embedSrc = null } = embed
  return {
    provider,
    kind,
    id,
    params,
    offlineResolvable,
    embedSrc,
    html: writeEmbed(embed, style, house),
    ...(embed.title !== undefined && { title: embed.title }),
    ...(pendingNotice(embed) !== undefined && { notice: pendingNotice(embed) }),
  }
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const style = embedStyles.find(name => name === (values.style ?? 'house'))
  if (!style) throw new UsageError(`--style takes one of ${embedStyles.join(', ')}`)
  if (positionals.length !== 1)
    throw new UsageError('one address or embed code is expected; quote codes with spaces')
  return { input: positionals[0]!, style, json: values.json === true }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, offline: { type: 'boolean' }, style: { type: 'string' } },
  })
}
