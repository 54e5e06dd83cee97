import { stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import { type TalkRow, readBoard } from '../../../../core/post/index.ts'
import { readPostsBelow } from '../../../services/author-posts.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'lists the talk posts of a folder and what each lacks',
  help: `lectern talks DIR [--json] [--today YYYY-MM-DD]

Lists the talk posts of a folder and the folders below it, the newest talk first: how far each has come, what is
missing, and since when.

  --json   [{path, title, event, place, date, stage, lacks, since, slides, video, feedback, code, outings}]
           stage: planned, slides up, given, video awaited, video in, updated; lacks: slides, video
  --today  the day to count from
`,
  run: runTalks,
}

async function runTalks(context: CommandContext): Promise<ExitCode> {
  const { dir, json, today } = readArguments(context.args)
  const folder = resolve(context.cwd, dir)
  const info = await stat(folder).catch(() => undefined)
  if (!info?.isDirectory()) throw new LecternError('site.not-found', [dir])
  const posts = await readPostsBelow(folder)
  const board = readBoard(
    posts.map(post => ({ path: relative(folder, post.file).split(sep).join('/'), source: post.source })),
    today,
  )
  context.out(json ? `${JSON.stringify(board)}\n` : board.map(row => line(row, today)).join(''))
  return 0
}

function line({ path, title, event, date, stage, lacks, since }: TalkRow, today: string): string {
  const days = since === null ? undefined : Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000)
  const missing = lacks.length > 0 ? `no ${lacks.join(', no ')}` : ''
  const age = days === undefined || days < 0 || missing === '' ? '' : ` for ${days} days`
  return `${date ?? '          '}  ${stage.padEnd(13)}  ${title}${event === null ? '' : ` (${event})`}\n            ${path}${missing === '' ? '' : `  ${missing}${age}`}\n`
}

function readArguments(args: readonly string[]): { dir: string; json: boolean; today: string } {
  const { values, positionals } = parse(args)
  const [dir] = positionals
  if (dir === undefined || positionals.length > 1) throw new UsageError('name one folder')
  const today = values.today ?? localDay()
  if (!/^\d{4}-\d\d-\d\d$/.test(today)) throw new LecternError('post.bad-date', [today])
  return { dir, json: values.json, today }
}

/** Today on the machine's calendar. */
function localDay(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, today: { type: 'string' } },
    allowPositionals: true,
  })
}
