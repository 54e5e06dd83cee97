import { dirname } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import {
  type FoundEmbed,
  type HouseStyle,
  embedProblems,
  findEmbeds,
  isRefusal,
  readReplacement,
  swapEmbed,
} from '../../../../core/post/index.ts'
import { readHouse } from '../../../services/embed-house.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { type ReadPost, readPost, writeEdits } from '../edited-post.ts'

export const command: Command = {
  summary: 'lists the embeds of a post, or swaps one',
  help: `lectern embeds POST [--json] [--swap OLD NEW [--dry-run]]

Lists every embed of a post, whatever its markup.

  --json          [{provider, kind, id, params, line, markup}]
  --swap OLD NEW  puts NEW (an id or an address) in the place of OLD (an id, an address, or a line number);
                  the rest of the markup stays as it is
  --dry-run       prints the change, and changes nothing
`,
  run: runEmbeds,
}

async function runEmbeds(context: CommandContext): Promise<ExitCode> {
  const { path, swap, json, dryRun } = readArguments(context.args)
  const post = await readPost(context, path)
  const house = await readHouse(dirname(post.file))
  const found = findEmbeds(post.source, { includes: house.includes })
  if (swap) {
    const edits = editsFor(post, found, swap, house)
    await writeEdits(context, post, edits, { dryRun, json })
    return 0
  }
  context.out(json ? `${JSON.stringify(found.map(entry => row(post.source, entry)))}\n` : table(found))
  return 0
}

function editsFor(
  post: ReadPost,
  found: readonly FoundEmbed[],
  [old, next]: readonly [string, string],
  house: HouseStyle,
) {
  // An item shown twice has one id; its line tells which.
  const target = found.find(entry => isNamed(entry, old))
  if (!target) throw new LecternError('embed.not-in-post', [old])
  const edits = swapEmbed(post.source, target, next, house)
  if (isRefusal(edits)) throw new LecternError('embed.refused', [edits.message])
  return edits
}

/** Named by its id, its address in whatever form, or its line. */
function isNamed({ embed, line }: FoundEmbed, name: string): boolean {
  if (
    embed.id === name ||
    embed.id?.split('/').at(-1) === name ||
    embed.pageUrl === name ||
    embed.embedSrc === name
  )
    return true
  const meant = readReplacement(embed, name)
  if (!isRefusal(meant) && meant.provider === embed.provider && meant.id !== null && meant.id === embed.id)
    return true
  return /^\d{1,6}$/.test(name) && Number(name) === line
}

function row(source: string, found: FoundEmbed) {
  const { provider, kind, id, params } = found.embed
  const problems = embedProblems(source, found).map(({ code, message }) => ({ code, message }))
  return {
    provider,
    kind,
    id,
    params,
    line: found.line,
    markup: source.slice(found.span.from, found.span.to),
    ...(problems.length > 0 && { problems }),
  }
}

function table(found: readonly FoundEmbed[]): string {
  return found
    .map(
      ({ embed, line }) =>
        `${String(line).padStart(5)}  ${embed.provider.padEnd(14)} ${embed.kind.padEnd(7)} ${embed.id ?? embed.pageUrl ?? ''}\n`,
    )
    .join('')
}

function readArguments(args: readonly string[]) {
  const at = args.indexOf('--swap')
  const words = at < 0 ? [] : args.slice(at + 1, at + 3)
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 3)]
  if (at >= 0 && words.length < 2)
    throw new UsageError('--swap takes what is there and what to put in its place')
  const { values, positionals } = parse(rest)
  if (positionals.length !== 1) throw new UsageError('one post is expected')
  return {
    path: positionals[0]!,
    swap: at < 0 ? undefined : ([words[0]!, words[1]!] as const),
    json: values.json === true,
    dryRun: values['dry-run'] === true,
  }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  })
}
