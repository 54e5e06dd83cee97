import type { RenderProblem } from '../../../jekyll/index.ts'
import { isArray } from '../../../ruby/index.ts'
import { nearest } from '../nearest.ts'
import { type Fix, type PreflightPost, type PreflightRule, type PreflightSite } from '../rule.ts'

/** What the render reports that stops Jekyll's whole build. */
const fatal = new Set([
  'liquid.error',
  'liquid.include-missing',
  'liquid.link-missing',
  'liquid.post-missing',
])

/** Liquid that would stop the whole build: an unknown tag, a missing include, a link to what is not there. */
export const liquid: PreflightRule = {
  code: 'liquid',
  check(post, site) {
    const problems = (post.rendered?.problems ?? []).filter(
      problem => fatal.has(problem.code) || isOfMissingPlugin(problem, site),
    )
    return problems.map(problem => ({
      severity: isAskedForElsewhere(post, site, problem) ? 'warning' : 'error',
      message: `This stops the build of the whole site: ${reasonOf(problem)}`,
      line: problem.line,
      about: problem.message,
      always: true,
      fixes: fixesFor(post, site, problem),
    }))
  },
}

function reasonOf({ code, message }: RenderProblem): string {
  const words = message.replace(/\s+/g, ' ').trim()
  return code === 'plugin.tag' ? `${words.split(', which')[0]}, and the site does not use that.` : words
}

/** A tag of a plugin that neither the configuration nor the gems of the site name is an unknown tag to its build. */
function isOfMissingPlugin({ code, message }: RenderProblem, { site, files }: PreflightSite): boolean {
  const plugin = code === 'plugin.tag' ? /plugin ([\w-]+)/.exec(message)?.[1] : undefined
  if (plugin === undefined || [...files].some(path => /^_plugins\/.+\.rb$/.test(path))) return false
  const { configuration } = site.settings
  const listed = [configuration.get('plugins'), configuration.get('gems')].flatMap(list =>
    isArray(list) ? list : [],
  )
  const { gemfile = '', lockfile = '' } = site.snapshot.hosting
  return !listed.includes(plugin) && !gemfile.includes(plugin) && !lockfile.includes(plugin)
}

/** An include that other posts of the site ask for as well comes from somewhere, or the site is broken already. */
function isAskedForElsewhere(
  { path }: PreflightPost,
  { site }: PreflightSite,
  problem: RenderProblem,
): boolean {
  const name = problem.code === 'liquid.include-missing' ? /'([^']+)'/.exec(problem.message)?.[1] : undefined
  if (name === undefined) return false
  return site.snapshot.files.some(file => file.path !== path && file.text?.includes(`include ${name}`))
}

function fixesFor({ source }: PreflightPost, site: PreflightSite, problem: RenderProblem): Fix[] {
  const tag = findTag(source, problem)
  if (!tag) return []
  const end = tag.at + tag.text.length
  const raw: Fix = {
    id: 'show-as-text',
    title: `Show ${tag.text} as text`,
    edits: [
      { from: tag.at, to: tag.at, insert: '{% raw %}' },
      { from: end, to: end, insert: '{% endraw %}' },
    ],
  }
  const near = nearestTarget(tag, site)
  if (near === undefined) return [raw]
  const from = tag.at + tag.text.indexOf(tag.argument)
  return [
    { id: 'nearest', title: `Use ${near}`, edits: [{ from, to: from + tag.argument.length, insert: near }] },
    raw,
  ]
}

interface Tag {
  readonly at: number
  readonly text: string
  readonly name: string
  readonly argument: string
}

/** The tag a problem is about: on its line or the next few, and where the message names it, that one. */
function findTag(source: string, problem: RenderProblem): Tag | undefined {
  const tags = [...source.matchAll(/\{%-?\s*(\w+)\s*(.*?)\s*-?%\}|\{\{[^}\n]*\}?\}?/g)].map(match => ({
    at: match.index,
    text: match[0],
    name: match[1] ?? '',
    argument: match[2]?.split(/\s/)[0] ?? '',
  }))
  const named = (tag: Tag): boolean =>
    (tag.argument !== '' && problem.message.includes(tag.argument)) ||
    (tag.name !== '' && new RegExp(String.raw`['“]${tag.name}['”]`).test(problem.message))
  const line = (tag: Tag): number => source.slice(0, tag.at).split('\n').length
  const onLine = tags.filter(tag => line(tag) === problem.line)
  return onLine.find(named) ?? tags.find(named) ?? onLine[0]
}

function nearestTarget({ name, argument }: Tag, { site, files }: PreflightSite): string | undefined {
  if (argument === '') return undefined
  if (name === 'post_url') return nearest(argument, postNames(files))
  if (name === 'link') return nearest(argument, files)
  if (name !== 'include' && name !== 'include_cached') return undefined
  const folder = String(site.settings.configuration.get('includes_dir') ?? '_includes').replace(
    /^\/+|\/+$/g,
    '',
  )
  const includes = [...files]
    .filter(path => path.startsWith(`${folder}/`))
    .map(path => path.slice(folder.length + 1))
  return nearest(argument, includes)
}

function postNames(files: ReadonlySet<string>): string[] {
  return [...files].flatMap(path => /(?:^|\/)_posts\/(.+)\.[^./]+$/.exec(path)?.[1] ?? [])
}
