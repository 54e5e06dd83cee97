import { readFile, readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type PictureSite, galleryFiles, hasGallery } from '../../core/post/pictures/index.ts'
import { readSiteYaml, toPlain } from '../../core/yaml/index.ts'
import { severalAtATime } from './several-at-a-time.ts'

const largestIncludeBytes = 200_000

/** The pictures that the galleries of a post show, from the site's root; whether they are there is not looked at. */
export async function galleryFilesOf(source: string, site: string): Promise<string[]> {
  if (!hasGallery(source)) return []
  const [{ baseurl, url }, includes] = await Promise.all([readPictureSite(site), readIncludes(site)])
  return galleryFiles(source, { include: name => includes.get(name), baseurl, url })
}

/** The site's own includes by their names; those of a theme are not here. */
export async function readIncludes(site: string): Promise<Map<string, string>> {
  const root = join(site, '_includes')
  const names = await readdir(root, { recursive: true }).catch(() => [])
  const read = await severalAtATime(names, async name => {
    const file = join(root, name)
    const isSmall = await stat(file).then(
      facts => facts.isFile() && facts.size <= largestIncludeBytes,
      () => false,
    )
    return isSmall ? ([name.split(sep).join('/'), await readFile(file, 'utf8')] as const) : undefined
  })
  return new Map(read.filter(each => each !== undefined))
}

/** What the site itself suggests, where its posts show no pictures. */
export async function readPictureSite(site: string): Promise<PictureSite> {
  const config = toPlain(
    readSiteYaml(await readFile(join(site, '_config.yml'), 'utf8').catch(() => '')).value,
  )
  const top = await foldersIn(site)
  const below = await Promise.all(
    top
      .filter(name => name === 'assets')
      .map(async name => (await foldersIn(join(site, name))).map(child => `${name}/${child}`)),
  )
  return {
    folders: [...top, ...below.flat()],
    baseurl: textOf(config, 'baseurl'),
    // Jekyll-Bootstrap, which many old sites began with, calls it production_url.
    url: textOf(config, 'url') || textOf(config, 'production_url'),
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
}

function textOf(config: unknown, key: string): string {
  const value =
    typeof config === 'object' && config !== null ? (config as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value.replace(/\/$/, '') : ''
}
