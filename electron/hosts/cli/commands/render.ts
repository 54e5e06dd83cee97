import { stat, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import {
  type JekyllVersion,
  type RenderRequest,
  type RenderedDocument,
  type Site,
  createSite,
  listDocuments,
  renderDocument,
} from '../../../../core/jekyll/index.ts'
import { findPlaces } from '../../../places.ts'
import { shareDocument } from '../../../services/share.ts'
import { readSite } from '../../../services/site-reader.ts'
import { themesFolder } from '../../../services/user-folders.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'prints what Jekyll would publish of a post',
  help: `lectern render [POST…|--all] [--site DIR] [--json] [--layout] [--now ISO] [--drafts] [--future]
               [--jekyll 4.3|3.10|auto] [--standalone FILE]

Prints the HTML of the content. The site is the one given, else the one found above the post.

  --all         every document and page Jekyll would write from Markdown or HTML
  --json        an array of {path, collection, url, id, date, slug, title, layout, categories, tags, draft, excerpt,
                previous, next, content_html, problems}, and output_html with --layout
  --layout      the whole page, in the site's layouts
  --now         what site.time, Liquid's now and every draft's time stand for
  --drafts      drafts are part of the site too          --future  so are posts of times to come
  --jekyll      which Jekyll: 4.3 (the default), 3.10 as GitHub Pages runs it, or auto: what the site's files say
  --standalone  writes one post to a file that needs no other: pictures inside, embeds as cards with links, no script

A document that cannot be rendered whole is printed as far as it goes, with the reason among its problems.
`,
  run: runRender,
}

async function runRender(context: CommandContext): Promise<ExitCode> {
  const { values, positionals } = readArguments(context.args)
  if (positionals.length === 0 && !values.all) throw new UsageError('name a post, or say --all')
  const posts = positionals.map(post => resolve(context.cwd, post))
  for (const [index, post] of posts.entries())
    if (!(await stat(post).catch(() => undefined)))
      throw new LecternError('post.not-found', [positionals[index]!])
  const source =
    values.site === undefined ? await findSite(posts[0] ?? context.cwd) : resolve(context.cwd, values.site)
  const snapshot = await readSite(source, {
    wholeBytes: Infinity,
    environment: context.env,
    fetchedThemes: themesFolder(findPlaces(context.env)),
  })
  const site = createSite(snapshot, {
    ...(values.now !== undefined && { nowSeconds: secondsOf(values.now) }),
    ...(values.drafts && { drafts: true }),
    ...(values.future && { future: true }),
    ...jekyllOption(values.jekyll),
  })
  for (const { code, message, path } of site.problems)
    if (/^(?:config|data|site|theme)\./.test(code))
      context.err(`${path === undefined || message.includes(path) ? '' : `${path}: `}${message}\n`)
  const wanted = values.all
    ? listDocuments(site)
    : posts.map(post => ({ path: relative(source, post).split(sep).join('/') }))
  const documents = wanted.map(request =>
    renderOne(site, { ...request, layout: values.layout, excerpt: values.json }),
  )
  if (values.standalone !== undefined && documents[0]) {
    const { html } = await shareDocument(source, site, documents[0])
    await writeFile(resolve(context.cwd, values.standalone), html)
  }
  return print(documents, values, context)
}

function readArguments(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      site: { type: 'string' },
      json: { type: 'boolean', default: false },
      layout: { type: 'boolean', default: false },
      now: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      jekyll: { type: 'string', default: '4.3' },
      standalone: { type: 'string' },
    },
  })
}

function jekyllOption(value: string): { jekyll?: JekyllVersion } {
  if (value === 'auto') return {}
  if (value === '4.3' || value === '3.10') return { jekyll: value }
  throw new UsageError('--jekyll knows 4.3, 3.10 and auto')
}

function secondsOf(text: string): number {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds))
    throw new UsageError(`“${text}” is not a time; write it as 2026-01-01T00:00:00Z`)
  return Math.floor(milliseconds / 1000)
}

/** The folder above a post that holds a configuration; else the one that holds its `_posts` or `_drafts`. */
async function findSite(path: string): Promise<string> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder))
    for (const name of ['_config.yml', '_config.yaml', '_config.toml'])
      if (await stat(resolve(folder, name)).catch(() => undefined)) return folder
  const special = /^(.*?)[/\\]_(?:posts|drafts)(?:[/\\]|$)/.exec(path)?.[1]
  const info = await stat(path).catch(() => undefined)
  return special ?? (info?.isDirectory() ? path : dirname(path))
}

function renderOne(site: Site, request: RenderRequest): RenderedDocument {
  const { path } = request
  const known = renderDocument(site, request)
  if (known) return known
  // A post asked for by name is rendered even if the build would pass over it.
  const source = site.snapshot.files.find(file => file.path === path)?.text
  const rendered = source === undefined ? undefined : renderDocument(site, { ...request, source })
  if (!rendered) throw new LecternError('post.no-page', [path])
  return rendered
}

async function print(
  documents: readonly RenderedDocument[],
  values: { readonly json: boolean; readonly layout: boolean; readonly standalone?: string },
  context: CommandContext,
): Promise<ExitCode> {
  if (values.json)
    context.out(`${JSON.stringify(documents.map(document => asJson(document, values.layout)))}\n`)
  else if (values.standalone === undefined)
    for (const document of documents)
      context.out((values.layout ? document.outputHtml : document.contentHtml) ?? '')
  if (!values.json)
    for (const { path, problems } of documents)
      for (const { line, message } of problems) context.err(`${path}:${line}: ${message}\n`)
  return 0
}

function asJson(document: RenderedDocument, withLayout: boolean): Record<string, unknown> {
  const { afterLiquid, contentHtml, outputHtml, problems, ...rest } = document
  return {
    ...rest,
    after_liquid: afterLiquid,
    content_html: contentHtml,
    ...(withLayout && { output_html: outputHtml ?? null }),
    problems,
  }
}
