import { relative, resolve } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import { type CheckedProblem, checkPosts } from '../../../services/check-posts.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'tells the problems of posts',
  help: `lectern check PATH… [--site DIR] [--json] [--now ISO]

Tells what is wrong, or may be, in posts and folders of posts: front matter, links, updates and embeds of each text, and
where a site is given or found above them what its build would meet.

  --json  [{path, code, severity, message, line, column, fix?: {title, edits}}]; severity is error, warning or info
  --now   when the site would be built, ISO with offset

Exit 1 when an error is among them.
`,
  run: runCheck,
}

async function runCheck(context: CommandContext): Promise<ExitCode> {
  const { paths, site, json, nowSeconds } = readArguments(context.args)
  const problems = await checkPosts({
    paths: paths.map(path => resolve(context.cwd, path)),
    nowSeconds,
    ...(site === undefined ? {} : { site: resolve(context.cwd, site) }),
  })
  const rows = problems.map(({ file, ...problem }) => ({
    path: relative(context.cwd, file) || file,
    ...problem,
  }))
  context.out(json ? `${JSON.stringify(rows)}\n` : rows.map(line).join(''))
  return problems.some(problem => problem.severity === 'error') ? 1 : 0
}

function line({
  path,
  line,
  column,
  severity,
  message,
  code,
}: Omit<CheckedProblem, 'file'> & { path: string }): string {
  return `${path}:${line}:${column}: ${severity}: ${message} (${code})\n`
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args)
  if (positionals.length === 0) throw new UsageError('name a post or a folder')
  const now = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (Number.isNaN(now)) throw new LecternError('post.bad-date', [values.now ?? ''])
  return { ...values, paths: positionals, nowSeconds: Math.floor(now / 1000) }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      site: { type: 'string' },
      json: { type: 'boolean', default: false },
      now: { type: 'string' },
    },
    allowPositionals: true,
  })
}
