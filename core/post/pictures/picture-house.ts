import { parseFileName } from '../file-name.ts'
import { type WrittenPicture, findPictures } from './find-pictures.ts'
import { type GalleryHouse, learnGallery } from './gallery-house.ts'
import { mostFrequent } from './most-frequent.ts'
import { type PictureAddress, readPictureAddress } from './picture-address.ts'
import { type PictureForm, markdownParts, nameOfForm } from './picture-form.ts'

/** How an author keeps and shows pictures. */
export interface PictureHouse {
  /** From the site's root: `images/web`, or with `{slug}`, `{name}`, `{year}`, `{month}` of the post. */
  readonly folder: string
  /** The ways this author writes a picture; the first is the usual one. */
  readonly forms: readonly [PictureForm, ...PictureForm[]]
  /** For an author who shows several pictures together. */
  readonly gallery: GalleryHouse | undefined
}

export interface PictureTeacher {
  /** Relative, with `/`. */
  readonly path: string
  readonly source: string
}

export interface PictureSite {
  /** Folders of the site, such as `assets/images`; what a site without examples goes by. */
  readonly folders: readonly string[]
  /** `baseurl` of its configuration. */
  readonly baseurl: string
  /** `url` of its configuration: addresses that begin with it are the site's own. Empty for none. */
  readonly url: string
}

const likelyFolders = ['assets/images', 'assets/img', 'images', 'img', 'assets', 'files', 'public']

/** Posts older than this many teach nothing any more. */
const postsRead = 60

interface Example {
  readonly post: string
  readonly folder: string
  readonly address: PictureAddress
  readonly picture: WrittenPicture
}

/** More ways to write a picture than these are no habits. */
const mostForms = 4

/** What most of the author's newest posts do; without examples, what the site's folders and base address suggest. */
export function learnPictureHouse(posts: readonly PictureTeacher[], site: PictureSite): PictureHouse {
  const teachers = posts.slice(0, postsRead)
  const examples = teachers.flatMap(post => examplesIn(post, site.url))
  return {
    folder: learnFolder(examples) ?? likelyFolders.find(each => site.folders.includes(each)) ?? 'images',
    forms: learnForms(examples, site),
    gallery: learnGallery(teachers),
  }
}

/** The most frequent way first; a way that was taken once is no habit. */
function learnForms(examples: readonly Example[], { baseurl }: PictureSite): PictureHouse['forms'] {
  const byMarkup = Map.groupBy(examples, ({ picture }) => JSON.stringify(picture.parts))
  const groups = [...byMarkup.values()].toSorted((a, b) => b.length - a.length)
  const forms = groups
    .filter((group, index) => index === 0 || group.length > 1)
    .map(group => ({
      parts: group[0]!.picture.parts,
      ...mostFrequent(group.map(({ address: { before, after } }) => ({ before, after })))!,
    }))
  const [usual, ...others] = [...Map.groupBy(forms, nameOfForm).values()]
    .map(([form]) => form!)
    .slice(0, mostForms)
  if (usual) return [usual, ...others]
  return [{ parts: markdownParts, before: baseurl === '' ? '/' : '{{ site.baseurl }}/', after: '' }]
}

/** The folder for the pictures of one post. */
export function pictureFolder({ folder }: Pick<PictureHouse, 'folder'>, postPath: string): string {
  const name = nameOf(postPath)
  const { date, slug } = parseFileName(name)
  const [year = '', month = ''] = (date ?? '').split('-')
  const values: Readonly<Record<string, string>> = { slug, year, month, name: stemOf(name) }
  return folder
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
    .split('/')
    .filter(part => part !== '')
    .join('/')
}

function examplesIn({ path, source }: PictureTeacher, siteUrl: string): Example[] {
  return findPictures(source).flatMap(picture => {
    const address = readPictureAddress(picture.address, siteUrl)
    return address ? [{ post: path, folder: folderPattern(address.path, path), address, picture }] : []
  })
}

/** `images/2026/quay-talk/` of `2026-11-23-quay-talk.md` is `images/{year}/{slug}`. */
function folderPattern(picturePath: string, postPath: string): string {
  const name = nameOf(postPath)
  const { date, slug } = parseFileName(name)
  const [year, month] = (date ?? '').split('-')
  const parts = picturePath.split('/').slice(0, -1)
  return parts
    .map((part, index) => {
      if (part === stemOf(name)) return '{name}'
      if (part === slug) return '{slug}'
      if (part === year) return '{year}'
      // A bare number is a month only where its year stands before it.
      return part === month && parts[index - 1] === year ? '{month}' : part
    })
    .join('/')
}

/** One vote a post and folder; folders that one post alone uses, side by side, are folders of posts. */
function learnFolder(examples: readonly Example[]): string | undefined {
  const votes = new Map<string, Set<string>>()
  for (const { folder, post } of examples) votes.set(folder, (votes.get(folder) ?? new Set()).add(post))
  const ofOnePost = [...votes].filter(([folder, posts]) => posts.size === 1 && folder.includes('/'))
  const parents = ofOnePost.map(([folder]) => parentOf(folder))
  const isOfPosts = (folder: string): boolean =>
    !folder.includes('{') &&
    votes.get(folder)!.size === 1 &&
    parents.filter(parent => parent === parentOf(folder)).length > 1
  const patterns = [...votes].flatMap(([folder, posts]) =>
    [...posts].map(() => (isOfPosts(folder) ? `${parentOf(folder)}/{slug}` : folder)),
  )
  return mostFrequent(patterns)
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/'))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}
