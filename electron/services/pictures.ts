import { readFile, readdir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { AddedPicture, PicturesApi, RepoPath } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { parseFileName } from '../../core/post/index.ts'
import {
  type PictureSite,
  activeSvg,
  learnPictureHouse,
  numberedName,
  pictureFileName,
  pictureFolder,
  pictureType,
} from '../../core/post/pictures/index.ts'
import { readYaml, toPlain } from '../../core/yaml/index.ts'
import { readPostsBelow } from './author-posts.ts'
import type { FileSystem } from './file-system.ts'
import { createRepository } from './repository.ts'
import { createTrash } from './trash.ts'

export interface PicturesOptions {
  /** The site, or the open folder where there is none: pictures are written below it. Absolute. */
  readonly site: string
  /** Holds the posts that show how their author keeps pictures. Absolute. */
  readonly folder: string
  readonly dataDir: string
  readonly disk: FileSystem
  readonly now?: () => Date
}

/** Writes pictures where the posts of a site keep theirs. */
export function createPictures(options: PicturesOptions): PicturesApi {
  const { site, folder, dataDir, disk, now = () => new Date() } = options
  const repository = createRepository({ folder: site, disk })
  const trash = createTrash({ dataDir, repository, disk, now })

  async function addPicture(post: RepoPath, name: string, base64: string): Promise<AddedPicture> {
    const bytes = Buffer.from(base64, 'base64')
    const type = pictureType(bytes)
    if (!type) throw new LecternError('picture.not-a-picture', [basename(name)])
    const active = type === 'svg' ? activeSvg(bytes.toString('utf8')) : undefined
    if (active !== undefined) throw new LecternError('picture.active-svg', [basename(name), active])
    const posts = await readPostsBelow(folder)
    const house = learnPictureHouse(
      posts.map(({ file, source }) => ({ path: relative(folder, file).split(sep).join('/'), source })),
      await readPictureSite(site),
    )
    const { slug } = parseFileName(basename(post))
    const wanted = [pictureFolder(house, post), pictureFileName(name, type, slug)].filter(Boolean).join('/')
    return { path: await writeUnderFreeName(wanted, bytes), house }
  }

  async function writeUnderFreeName(wanted: string, bytes: Buffer): Promise<string> {
    for (let number = 1; ; number++) {
      const path = numberedName(wanted, number)
      try {
        await repository.createFromBytes(path, bytes)
        return path
      } catch (error) {
        if (!(error instanceof LecternError && error.code === 'post.exists')) throw error
      }
    }
  }

  return {
    addPicture,
    trashPicture: path => trash.put(path),
    restorePicture: id => trash.restore(id),
  }
}

/** What the site itself suggests, where its posts show no pictures. */
async function readPictureSite(site: string): Promise<PictureSite> {
  const config = toPlain(readYaml(await readFile(join(site, '_config.yml'), 'utf8').catch(() => '')).value)
  const top = await foldersIn(site)
  const below = await Promise.all(
    top
      .filter(name => name === 'assets')
      .map(async name => (await foldersIn(join(site, name))).map(child => `${name}/${child}`)),
  )
  return {
    folders: [...top, ...below.flat()],
    baseurl: textOf(config, 'baseurl'),
    url: textOf(config, 'url'),
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
