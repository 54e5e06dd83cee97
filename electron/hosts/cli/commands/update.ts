import { basename, dirname } from 'node:path'
import { type UpdateRequest, addUpdate, dateInFileName } from '../../../../core/post/index.ts'
import { readAuthorPosts } from '../../../services/author-posts.ts'
import { readHouse } from '../../../services/embed-house.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { readText } from '../read-text.ts'
import { readPost, writeEdits } from '../edited-post.ts'

export const command: Command = {
  summary: 'adds a dated update to a post and keeps its banner true',
  help: `lectern update POST --date YYYY-MM-DD [--title T] [--video URL] [--link URL] [--text FILE]
               [--banner on|off|linked] [--dry-run] [--json]

Adds an update where this author puts them and as they write them: heading, date, language, order. The other posts of
the folder teach. The banner appears or names the new day.

  --video    an address or embed code; written as the newest posts of the folder do it
  --link     an address, put below the text
  --text     Markdown of the section; - reads it from stdin
  --banner   on: also where the author's updates do without; off: none is added; linked: it leads to the section
  --dry-run  prints the change, and changes nothing
  --json     {path, edits}
`,
  run: runUpdate,
}

async function runUpdate(context: CommandContext): Promise<ExitCode> {
  const { path, date, title, video, link, text, banner, json, dryRun } = readArguments(context.args)
  const post = await readPost(context, path)
  const folder = dirname(post.file)
  const others = await readAuthorPosts(folder, post.file)
  const postDate = dateInFileName(basename(post.file))
  const request: UpdateRequest = {
    date,
    posts: others.map(other => other.source),
    house: await readHouse(folder),
    ...(postDate === undefined ? {} : { postDate }),
    ...(title === undefined ? {} : { title }),
    ...(video === undefined ? {} : { video }),
    ...(link === undefined ? {} : { link }),
    ...(text === undefined ? {} : { text: await readText(context, text) }),
    ...(banner === undefined ? {} : { banner }),
  }
  await writeEdits(context, post, addUpdate(post.source, request).edits, { dryRun, json })
  return 0
}

const banners: Readonly<Record<string, boolean | 'linked'>> = { on: true, off: false, linked: 'linked' }

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('name one post')
  if (values.date === undefined) throw new UsageError('--date is missing')
  if (values.banner !== undefined && !Object.hasOwn(banners, values.banner))
    throw new UsageError('--banner is on, off or linked')
  const banner = values.banner === undefined ? undefined : banners[values.banner]
  return { ...values, path, date: values.date, banner, dryRun: values['dry-run'] }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      date: { type: 'string' },
      title: { type: 'string' },
      video: { type: 'string' },
      link: { type: 'string' },
      text: { type: 'string' },
      banner: { type: 'string' },
      json: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
}
