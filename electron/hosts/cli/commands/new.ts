import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import { type NewPost, type NewPostRequest, newTalkPost, talkFacts } from '../../../../core/post/index.ts'
import { type AuthorPost, readAuthorPosts, siteAbove } from '../../../services/author-posts.ts'
import { readHouse } from '../../../services/embed-house.ts'
import { readSiteTimezone } from '../../../services/site-timezone.ts'
import { readTemplate } from '../../../services/templates.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'starts a new talk post',
  help: `lectern new "TITLE" [--dir DIR] [--date D] [--event E] [--place P] [--slides URL]
            [--template NAME | --like POST] [--now ISO] [--dry-run] [--json]

Writes a new talk post with its slides, words of thanks, a list of links and their definitions, and prints its path.

  --dir       the folder; otherwise _posts of the site this folder lies in, else this folder
  --date      2026-07-14, or with a time; now where it is not given. The offset is written, so that today's post is
              never in the future of the machine that builds it
  --slides    an address or embed code
  --template  a file of the site's _templates folder, with or without its extension, or a path
  --like      a post whose structure and standing words are kept; the newest talk post of the folder where neither
              is given, Lectern's own template where there is none
  --now       the clock, ISO with offset
  --dry-run   prints the post, and writes nothing
  --json      {path, source, stops: [{name, from, to}]}
`,
  run: runNew,
}

async function runNew(context: CommandContext): Promise<ExitCode> {
  const options = readArguments(context.args)
  const folder = await folderFor(context, options.dir)
  const post = newTalkPost(await request(context, folder, options))
  const file = join(folder, post.fileName)
  const path = options.dir === undefined ? relative(context.cwd, file) : join(options.dir, post.fileName)
  if (!options.dryRun) await writeNew(file, path, post)
  if (options.json) context.out(`${JSON.stringify({ path, source: post.source, stops: post.stops })}\n`)
  else context.out(options.dryRun ? post.source : `${path}\n`)
  return 0
}

async function folderFor(context: CommandContext, dir: string | undefined): Promise<string> {
  if (dir !== undefined) return resolve(context.cwd, dir)
  const site = await siteAbove(context.cwd)
  return site === context.cwd ? join(site, '_posts') : context.cwd
}

async function request(context: CommandContext, folder: string, options: Options): Promise<NewPostRequest> {
  const posts = await readAuthorPosts(folder)
  const like = options.like === undefined ? lastTalk(posts, options) : await readLike(context, options.like)
  const template =
    options.template === undefined ? undefined : await readTemplate(folder, context.cwd, options.template)
  const timezone = await readSiteTimezone(folder)
  return {
    title: options.title,
    now: options.now ?? localNow(),
    posts: posts.filter(post => post.file !== like?.file).map(post => post.source),
    house: await readHouse(folder),
    ...(timezone === undefined ? {} : { timezone }),
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.event === undefined ? {} : { event: options.event }),
    ...(options.place === undefined ? {} : { place: options.place }),
    ...(options.slides === undefined ? {} : { slides: options.slides }),
    ...(template === undefined ? {} : { template }),
    ...(like === undefined ? {} : { like: like.source, extension: extname(like.file) || '.md' }),
  }
}

/** Without a template the newest talk post of the folder is the model, if there is one. */
function lastTalk(
  posts: readonly AuthorPost[],
  { template, now = localNow() }: Options,
): AuthorPost | undefined {
  if (template !== undefined) return undefined
  return posts.find(post => talkFacts(post.source, { path: post.file, today: now.slice(0, 10) })?.slides)
}

async function readLike(context: CommandContext, path: string): Promise<AuthorPost> {
  const file = resolve(context.cwd, path)
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new LecternError('post.not-found', [path], { cause: error })
  })
  return { file, source }
}

async function writeNew(file: string, path: string, post: NewPost): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, post.source, { flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new LecternError('post.exists', [path], { cause: error })
  })
}

/** The machine's clock, ISO with its offset. */
function localNow(): string {
  const now = new Date()
  const offsetMinutes = -now.getTimezoneOffset()
  const wall = new Date(now.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const two = (value: number): string => String(value).padStart(2, '0')
  const size = Math.abs(offsetMinutes)
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

type Options = ReturnType<typeof readArguments>

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const [title] = positionals
  if (title === undefined || title.trim() === '' || positionals.length > 1)
    throw new UsageError('give one title, in quotes')
  if (values.template !== undefined && values.like !== undefined)
    throw new UsageError('--template and --like exclude each other')
  return { ...values, title, dryRun: values['dry-run'] }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      dir: { type: 'string' },
      date: { type: 'string' },
      event: { type: 'string' },
      place: { type: 'string' },
      slides: { type: 'string' },
      template: { type: 'string' },
      like: { type: 'string' },
      now: { type: 'string' },
      json: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
}
