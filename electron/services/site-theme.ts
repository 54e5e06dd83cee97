import { join } from 'node:path'
import type { RubyHash } from '../../core/ruby/index.ts'
import {
  type RemoteThemeFacts,
  type SiteFile,
  type SiteProblem,
  type ThemeSnapshot,
  readRemoteTheme,
  remoteThemeTitle,
} from '../../core/jekyll/index.ts'
import { findFetchedTheme } from './fetched-themes.ts'
import { findGemTheme } from './gem-theme.ts'
import { walkSite } from './site-files.ts'
import type { SiteTexts } from './site-texts.ts'

export interface ThemePlaces {
  /** The site. */
  readonly source: string
  readonly environment: NodeJS.ProcessEnv
  /** Where themes lie that the writer had fetched; none are looked for where it is left out. */
  readonly fetchedThemes?: string | undefined
}

export interface SiteTheme {
  readonly theme?: ThemeSnapshot
  readonly remoteTheme?: RemoteThemeFacts
}

/** Parts of a gem theme Jekyll uses; of a remote one it reads no configuration, as the plugin comes after that. */
const gemParts = /^(?:_layouts|_includes|_sass|_data|assets)\/|^_config\.yml$/
const remoteParts = /^(?:_layouts|_includes|_sass|_data|assets)\//

/** The theme a configuration names: one that was fetched from elsewhere wins over a gem, as its plugin has it. */
export async function readTheme(
  configuration: RubyHash,
  { source, environment, fetchedThemes }: ThemePlaces,
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<SiteTheme> {
  const remote = readRemoteTheme(configuration.get('remote_theme'))
  const fetched =
    remote && fetchedThemes !== undefined ? await findFetchedTheme(fetchedThemes, remote) : undefined
  const remoteTheme = remote && {
    title: remoteThemeTitle(remote),
    host: remote.host,
    isPinned: /^[0-9a-f]{40}$/.test(remote.ref),
    ...(fetched && { fetchedAt: fetched.fetchedAt }),
  }
  if (remote && fetched) {
    const { folder } = fetched
    // What its gemspec would say is not fetched.
    const theme = {
      name: remote.name,
      version: '0.0.0',
      folder,
      files: await read(folder, remoteParts, texts),
    }
    return { theme, remoteTheme: remoteTheme! }
  }
  const named = configuration.get('theme')
  const theme = typeof named === 'string' ? await readGemTheme(named, source, environment, texts) : undefined
  if (typeof named === 'string' && !theme) problems.push(missingTheme(named))
  return { ...(theme && { theme }), ...(remoteTheme && { remoteTheme }) }
}

async function readGemTheme(
  named: string,
  source: string,
  environment: NodeJS.ProcessEnv,
  texts: SiteTexts,
): Promise<ThemeSnapshot | undefined> {
  const name = named.toLowerCase().trim()
  const gem = await findGemTheme(name, source, environment)
  return gem && { name, ...gem, files: await read(gem.folder, gemParts, texts) }
}

function missingTheme(named: string): SiteProblem {
  const name = named.toLowerCase().trim()
  const message = `The theme '${name}' is not on this machine; its layouts and styles are missing in the preview.`
  return { code: 'theme.missing', message }
}

async function read(folder: string, parts: RegExp, texts: SiteTexts): Promise<SiteFile[]> {
  const files: SiteFile[] = []
  for (const file of await walkSite(folder, [])) {
    if (!parts.test(file.path)) continue
    const isText = /\.(?:html?|md|xml|css|scss|sass|yml|json|js|svg|txt)$/.test(file.path)
    const text = isText ? await texts.read(join(folder, file.path), file, []) : undefined
    files.push({ ...file, ...(text !== undefined && { text }) })
  }
  return files
}
