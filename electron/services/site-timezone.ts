import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSiteYaml, toPlain } from '../../core/yaml/index.ts'
import { siteAbove } from './author-posts.ts'

/** The `timezone` of the site a folder lies in; undefined where none is set or known. */
export async function readSiteTimezone(folder: string): Promise<string | undefined> {
  const site = await siteAbove(folder)
  if (site === undefined) return undefined
  const text = await readFile(join(site, '_config.yml'), 'utf8').catch(() => '')
  const config = toPlain(readSiteYaml(text).value)
  const timezone =
    config !== null && typeof config === 'object' && 'timezone' in config ? config['timezone'] : undefined
  return typeof timezone === 'string' && isZone(timezone) ? timezone : undefined
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    // A name no clock knows is no zone; the machine's own is used.
    return false
  }
}
