import { readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { RepoPath, ShareApi, SharedPage, SiteApi } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { type RenderedDocument, type Site, createSite, renderDocument } from '../../core/jekyll/index.ts'
import { type SharedPost, pictureAddresses, shareContent, sharePage } from '../../core/post/share/index.ts'
import { tagOf, usualLanguage } from '../../core/post/spelling/index.ts'
import { toText } from '../../core/ruby/index.ts'
import { findStaticFile, siteTypes } from './static-files.ts'

export interface ShareOptions {
  /** Absolute. */
  readonly site: string
  /** Absolute; what paths of posts are relative to. */
  readonly folder: string
  readonly readSite: SiteApi['readSite']
}

/** Makes posts into single files. */
export function createShare({ site, folder, readSite }: ShareOptions): ShareApi {
  return {
    async sharePost(path, source) {
      const snapshot = await readSite()
      const built = createSite(snapshot, { drafts: true, future: true, unpublished: true })
      const sitePath = relative(site, join(folder, path)).split(sep).join('/')
      const document = renderDocument(built, { path: sitePath, source })
      if (!document) throw new LecternError('post.not-found', [path])
      return shareDocument(site, built, document)
    },
  }
}

interface SiteAddress {
  readonly siteUrl: string
  readonly baseurl: string
}

/** A rendered document of a site (in the folder `site`) as one file, with the site's pictures inside. */
export async function shareDocument(
  site: string,
  { settings }: Site,
  document: RenderedDocument,
): Promise<SharedPage> {
  const address = (key: string): string => toText(settings.configuration.get(key)).replace(/\/$/, '')
  const [siteUrl, baseurl] = [address('url'), address('baseurl')]
  const html = document.contentHtml ?? ''
  const pictures = new Map<string, string>()
  for (const picture of pictureAddresses(html)) {
    const data = await readPicture(site, picture, document.url, { siteUrl, baseurl })
    if (data !== undefined) pictures.set(picture, data)
  }
  const post: SharedPost = {
    title: typeof document.title === 'string' ? document.title : '',
    day: document.date === null ? '' : document.date.slice(0, 10),
    isDraft: document.draft,
    language: tagOf(document.language) ?? usualLanguage,
    html,
    siteUrl,
  }
  const pictureData = (address: string): string | undefined => pictures.get(address)
  return {
    fileName: `${fileStem(document.path)}.html`,
    html: sharePage(post, pictureData),
    contentHtml: shareContent(post, pictureData),
  }
}

function fileStem(path: RepoPath): string {
  return basename(path).replace(/\.[^.]*$/, '')
}

/** More would make a file nobody can send. */
const largestPictureBytes = 20 * 1024 * 1024

async function readPicture(
  site: string,
  address: string,
  postUrl: string,
  { siteUrl, baseurl }: SiteAddress,
): Promise<string | undefined> {
  if (/^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(address)) return address
  const origin = URL.canParse(siteUrl) ? siteUrl : 'http://site.invalid'
  if (!URL.canParse(address, new URL(postUrl, origin).href)) return undefined
  const url = new URL(address, new URL(postUrl, origin))
  if (url.host !== new URL(origin).host) return undefined
  const path =
    baseurl !== '' && url.pathname.startsWith(`${baseurl}/`)
      ? url.pathname.slice(baseurl.length)
      : url.pathname
  const file = await findStaticFile(site, path, siteTypes)
  if (!file || file === 'forbidden' || !file.type.startsWith('image/')) return undefined
  if (file.sizeBytes > largestPictureBytes) return undefined
  return `data:${file.type};base64,${(await readFile(file.path)).toString('base64')}`
}
