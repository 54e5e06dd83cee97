import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { RubyValue } from '../../core/ruby/index.ts'
import type { SiteFile, SiteProblem, ThemeSnapshot } from '../../core/jekyll/index.ts'
import { walkSite } from './site-files.ts'
import type { SiteTexts } from './site-texts.ts'

/** Parts of a theme Jekyll uses. */
const themeFolders = /^(?:_layouts|_includes|_sass|_data|assets)\/|^_config\.yml$/

/** The gem theme a configuration names, where Ruby keeps gems on this machine or the site in `vendor`. */
export async function readTheme(
  name: RubyValue,
  source: string,
  environment: NodeJS.ProcessEnv,
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<ThemeSnapshot | undefined> {
  if (typeof name !== 'string') return undefined
  const wanted = name.toLowerCase().trim()
  const found = await findGem(wanted, await gemFolders(source, environment))
  if (!found) {
    const message = `The theme '${wanted}' is not on this machine; its layouts and styles are missing in the preview.`
    problems.push({ code: 'theme.missing', message })
    return undefined
  }
  const files: SiteFile[] = []
  for (const file of await walkSite(found.folder, [])) {
    if (!themeFolders.test(file.path)) continue
    const isText = /\.(?:html?|md|xml|css|scss|sass|yml|json|js|svg|txt)$/.test(file.path)
    const text = isText ? await texts.read(join(found.folder, file.path), file, []) : undefined
    files.push({ ...file, ...(text !== undefined && { text }) })
  }
  return { name: wanted, ...found, files }
}

/** Where gems lie: what Ruby's environment names, what the site keeps, and where systems put them. */
async function gemFolders(source: string, environment: NodeJS.ProcessEnv): Promise<string[]> {
  const named = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(':')].filter(
    folder => folder !== undefined && folder !== '',
  )
  const bundles = await versionsBelow(join(source, 'vendor/bundle/ruby'))
  const users = await versionsBelow(join(homedir(), '.gem/ruby'))
  const local = await versionsBelow(join(homedir(), '.local/share/gem/ruby'))
  const systems = await versionsBelow('/var/lib/gems')
  const shared = [
    '/usr/share/rubygems-integration/all',
    '/usr/local/lib/ruby/gems',
    '/opt/homebrew/lib/ruby/gems',
  ]
  const sharedVersions = (await Promise.all(shared.slice(1).map(versionsBelow))).flat()
  return [...bundles, ...(named as string[]), ...users, ...local, ...systems, shared[0]!, ...sharedVersions]
}

async function versionsBelow(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => []))
    .toSorted()
    .toReversed()
    .map(version => join(folder, version))
}

async function findGem(
  name: string,
  folders: readonly string[],
): Promise<{ folder: string; version: string } | undefined> {
  for (const folder of folders) {
    const gems = await readdir(join(folder, 'gems')).catch(() => [])
    const versions = gems
      .filter(gem => gem.startsWith(`${name}-`) && /^\d/.test(gem.slice(name.length + 1)))
      .toSorted((left, right) => right.localeCompare(left, 'en', { numeric: true }))
    const [newest] = versions
    if (newest !== undefined)
      return { folder: join(folder, 'gems', newest), version: newest.slice(name.length + 1) }
  }
  return undefined
}
