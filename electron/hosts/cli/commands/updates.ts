import { basename } from 'node:path'
import { type FoundUpdates, dateInFileName, findUpdates } from '../../../../core/post/index.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { readPost } from '../edited-post.ts'

export const command: Command = {
  summary: 'lists the updates of a post and its banner',
  help: `lectern updates POST [--json]

Lists where the author says that the post was added to or changed, in the order of the text.

  --json  {updates: [{date, heading, line, id, form}], banner: {text, line, dates} | null}
          date is as exact as written (2018-06), null where none is; id is the anchor of a heading
`,
  run: runUpdates,
}

async function runUpdates(context: CommandContext): Promise<ExitCode> {
  const { path, json } = readArguments(context.args)
  const post = await readPost(context, path)
  const postDate = dateInFileName(basename(post.file))
  const found = findUpdates(post.source, postDate === undefined ? {} : { postDate })
  context.out(json ? `${JSON.stringify(updatesAsJson(found))}\n` : table(found))
  return 0
}

export function updatesAsJson({ updates, banner }: FoundUpdates) {
  return {
    updates: updates.map(({ date, heading, line, id, form }) => ({ date, heading, line, id, form })),
    banner: banner && { text: banner.text, line: banner.line, dates: banner.dates },
  }
}

function table({ updates, banner }: FoundUpdates): string {
  const rows = updates.map(
    ({ date, heading, line }) => `${String(line).padStart(5)}  ${(date ?? '').padEnd(10)}  ${heading}\n`,
  )
  const top = banner ? `${String(banner.line).padStart(5)}  ${'banner'.padEnd(10)}  ${banner.text}\n` : ''
  return top + rows.join('')
}

function readArguments(args: readonly string[]): { path: string; json: boolean } {
  const { values, positionals } = parse(args)
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('name one post')
  return { path, json: values.json }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
}
