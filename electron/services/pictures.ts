import { existsSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import type { PicturesApi, RepoPath } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { findFileReferences, learnAssetHabits } from '../../core/export/index.ts'
import { parseFileName } from '../../core/post/index.ts'
import {
  type PictureHouse,
  type PictureType,
  activeSvg,
  learnPictureHouse,
  numberedName,
  pictureFileName,
  pictureFolder,
  pictureType,
  planGallery,
  writePictureAddress,
} from '../../core/post/pictures/index.ts'
import { readPostsBelow } from './author-posts.ts'
import type { FileSystem } from './file-system.ts'
import { readIncludes, readPictureSite } from './picture-site.ts'
import { createRepository } from './repository.ts'
import { createTrash } from './trash.ts'

/** A folder or a name that is taken this often is not gone round any further. */
const mostTries = 100

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

  async function learn(): Promise<PictureHouse> {
    const posts = await readPostsBelow(folder)
    return learnPictureHouse(
      posts.map(({ file, source }) => ({ path: relative(folder, file).split(sep).join('/'), source })),
      await readPictureSite(site),
    )
  }

  async function addPicture(post: RepoPath, name: string, base64: string): Promise<{ path: string }> {
    const { bytes, type } = readPicture(name, base64)
    const { slug } = parseFileName(basename(post))
    const folderOfPost = pictureFolder(await learn(), post)
    const wanted = [folderOfPost, pictureFileName(name, type, slug)].filter(Boolean).join('/')
    return { path: await writeUnderFreeName(wanted, bytes) }
  }

  const plan: PicturesApi['planGallery'] = async (post, place, names) => {
    const house = await learn()
    const facts = await readPictureSite(site)
    const { slug } = parseFileName(basename(post))
    const includes = await readIncludes(site)
    const readable = names.map(name => pictureFileName(name, /\.(\w+)$/.exec(name)?.[1] ?? 'jpg', slug))
    for (let number = 1; ; number++) {
      const planned = planGallery({
        ...place,
        path: post,
        names: namesApart(readable, number),
        house,
        site: { include: name => includes.get(name), baseurl: facts.baseurl, url: facts.url },
        number,
      })
      const isFree = planned?.files.every(({ path }) => !existsSync(repository.absolute(path))) ?? true
      // A gallery that counts its pictures cannot go round one that is there: writing it says so.
      if (isFree || number === mostTries) return planned
    }
  }

  async function addGalleryFile(path: string, base64: string): Promise<{ path: string }> {
    await repository.createFromBytes(path, readPicture(path, base64).bytes)
    return { path }
  }

  async function addPdf(
    post: RepoPath,
    name: string,
    base64: string,
  ): Promise<{ path: string; address: string }> {
    const bytes = Buffer.from(base64, 'base64')
    if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new LecternError('pdf.not-a-pdf', [basename(name)])
    const sources = (await readPostsBelow(folder)).map(({ source }) => source)
    const { folders, baseurl } = await readPictureSite(site)
    const kept = pdfFolder(sources) ?? learnAssetHabits({ posts: sources, folders, baseurl }).folder
    const { forms } = await learn()
    const fileName = pictureFileName(name, 'pdf', parseFileName(basename(post)).slug)
    const path = await writeUnderFreeName(`${kept}/${fileName}`, bytes)
    return { path, address: writePictureAddress(forms[0], path) }
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
    pictureHouse: learn,
    addPicture,
    planGallery: plan,
    addGalleryFile,
    addPdf,
    trashPicture: path => trash.put(path),
    restorePicture: id => trash.restore(id),
  }
}

/** @throws LecternError for what no browser shows as a picture, and for what does more than show one */
function readPicture(name: string, base64: string): { readonly bytes: Buffer; readonly type: PictureType } {
  const bytes = Buffer.from(base64, 'base64')
  const type = pictureType(bytes)
  if (!type) throw new LecternError('picture.not-a-picture', [basename(name)])
  const active = type === 'svg' ? activeSvg(bytes.toString('utf8')) : undefined
  if (active !== undefined) throw new LecternError('picture.active-svg', [basename(name), active])
  return { bytes, type }
}

/** Where the newest post with a PDF of the site's own has it. */
function pdfFolder(sources: readonly string[]): string | undefined {
  const places = sources
    .flatMap(findFileReferences)
    .filter(({ address, fromRoot }) => fromRoot && /^\/?.+\/[^/]+\.pdf$/i.test(address))
  return places[0]?.address.replace(/^\//, '').replace(/\/[^/]*$/, '')
}

/** Names that differ from one another: `quay.jpg`, `quay-2.jpg`, …; with a higher number, further on. */
function namesApart(names: readonly string[], number: number): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let each = number
    while (taken.has(numberedName(name, each))) each++
    const apart = numberedName(name, each)
    taken.add(apart)
    return apart
  })
}
