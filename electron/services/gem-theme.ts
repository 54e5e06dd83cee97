import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The newest gem of a theme: in `vendor` of the site, or where Ruby keeps gems on this machine. */
export async function findGemTheme(
  name: string,
  source: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly folder: string; readonly version: string } | undefined> {
  for (const folder of await gemFolders(source, environment)) {
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
