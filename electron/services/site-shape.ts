import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alwaysExcluded } from '../../core/jekyll/index.ts'
import { type PlainValue, readSiteYaml, toPlain } from '../../core/yaml/index.ts'
import { isMissing } from './disk-errors.ts'

/** What the configuration of a site says about which files are posts. */
export interface SiteShape {
  /** Jekyll's patterns of what it leaves out, relative to the site. */
  readonly excluded: readonly string[]
  readonly included: readonly string[]
  /** Where the built site goes, relative to the site. */
  readonly destination: string
  /** Folder names, with the underscore, that hold a collection's documents. */
  readonly collectionFolders: ReadonlySet<string>
  /** Underscore folders that hold no posts: layouts, includes, data and the like. */
  readonly machineryFolders: ReadonlySet<string>
  /** Without the dot. */
  readonly markdownExtensions: ReadonlySet<string>
  readonly timezone?: string
}

/** The shape of the site in a folder; Jekyll's defaults where it has no configuration, or none that can be read. */
export async function readSiteShape(site: string | undefined): Promise<SiteShape> {
  const config = site === undefined ? {} : await readConfig(site)
  return {
    excluded: [...alwaysExcluded, ...texts(config['exclude'])],
    included: texts(config['include']),
    destination: text(config['destination'], '_site').replace(/^\.?\//, ''),
    collectionFolders: new Set(collections(config['collections']).map(name => `_${name}`)),
    machineryFolders: new Set([
      '_site',
      '_assets',
      text(config['layouts_dir'], '_layouts'),
      text(config['includes_dir'], '_includes'),
      text(config['data_dir'], '_data'),
      text(config['plugins_dir'], '_plugins'),
      text(sassFolder(config), '_sass'),
    ]),
    markdownExtensions: new Set(
      text(config['markdown_ext'], 'markdown,mkdown,mkdn,mkd,md')
        .toLowerCase()
        .split(/\s*,\s*/),
    ),
    ...(typeof config['timezone'] === 'string' ? { timezone: config['timezone'] } : {}),
  }
}

type Config = { readonly [key: string]: PlainValue | undefined }

async function readConfig(site: string): Promise<Config> {
  for (const name of ['_config.yml', '_config.yaml']) {
    try {
      return asConfig(toPlain(readSiteYaml(await readFile(join(site, name), 'utf8')).value))
    } catch (error) {
      if (!isMissing(error)) return {}
    }
  }
  return {}
}

function asConfig(value: PlainValue | undefined): Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : {}
}

function text(value: PlainValue | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function texts(value: PlainValue | undefined): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter(item => typeof item === 'string')
}

/** `collections: [talks]` or `collections: {talks: {output: true}}`; posts and drafts are Jekyll's own. */
function collections(value: PlainValue | undefined): string[] {
  const names = Array.isArray(value) ? texts(value) : Object.keys(asConfig(value))
  return names.filter(name => name !== 'posts' && name !== 'drafts')
}

function sassFolder(config: Config): PlainValue | undefined {
  return asConfig(config['sass'])['sass_dir']
}
