import { toText, truthy } from '../ruby/index.ts'
import type { Site } from './create-site.ts'
import type { SiteProblem } from './site.ts'
import { versionDifferences } from './versions.ts'

/** Plugins whose work Lectern does itself, or which change nothing on a page. */
const harmless = new Set([
  'jekyll-paginate',
  'jekyll-seo-tag',
  'jekyll-feed',
  'jekyll-include-cache',
  'jekyll-sitemap',
  'jekyll-redirect-from',
  'jekyll-default-layout',
  'jekyll-optional-front-matter',
  'jekyll-titles-from-headings',
  'jekyll-gist',
  'jekyll-remote-theme',
  'rouge',
  'webrick',
])

/** Where the published site may differ from what Lectern shows of it, in words for the writer. */
export function siteNotices(site: Site): SiteProblem[] {
  const { jekyll, plugins, configuration } = site.settings
  const notices: SiteProblem[] = []
  if (jekyll.version === '3.10') {
    const open = versionDifferences.filter(difference => !difference.isFollowed && jekyll.isPages)
    const rest =
      open.length === 0 ? '' : ` Not followed: ${open.map(difference => difference.what).join('; ')}.`
    notices.push({
      code: 'jekyll.not-verified',
      message: `This site is published by Jekyll 3.10 (${jekyll.reason === 'chosen' ? 'as chosen in Settings' : jekyll.reason}), whose rules are followed here but could not be tried.${rest}`,
    })
  }
  const others = [...plugins].filter(plugin => !harmless.has(plugin))
  if (others.length > 0)
    notices.push({ code: 'jekyll.plugins', message: `Plugins that do not run here: ${others.join(', ')}.` })
  const converter = toText(configuration.get('markdown')).toLowerCase()
  if (converter !== 'kramdown')
    notices.push({
      code: 'jekyll.converter',
      message: `The site asks for the Markdown converter “${converter}”; Lectern shows kramdown’s result.`,
    })
  notices.push(...remoteThemeNotices(site))
  return notices
}

function remoteThemeNotices({ settings, snapshot: { remoteTheme } }: Site): SiteProblem[] {
  const { configuration, jekyll, plugins } = settings
  const say = (code: string, message: string): SiteProblem[] => [{ code, message }]
  if (!remoteTheme) {
    const named = configuration.get('remote_theme')
    const message = `“${toText(named)}” is no theme of the form owner/name, so the site is built without it.`
    return truthy(named) ? say('theme.remote-name', message) : []
  }
  const { title, host, fetchedAt, isPinned } = remoteTheme
  if (fetchedAt === undefined)
    return say(
      'theme.remote',
      `The theme “${title}” lies on ${host}, not on this machine: its layouts and styles are missing here.`,
    )
  const day = fetchedAt.slice(0, 10)
  return [
    ...(isPinned
      ? []
      : say(
          'theme.fetched',
          `The theme “${title}” is shown as it was on ${day}; the site takes it as it is on the day it is built.`,
        )),
    ...(plugins.has('jekyll-remote-theme') || jekyll.isPages
      ? []
      : say(
          'theme.no-plugin',
          `Jekyll wears the theme “${title}” only with the plugin jekyll-remote-theme, which this site does not name.`,
        )),
  ]
}
