import { type Span, type TextEdit, applyEdits } from '../../text/index.ts'
import { type WrittenGallery, galleryAt } from './find-galleries.ts'
import { type GallerySite, galleryAddresses } from './gallery-addresses.ts'
import { type GalleryHouse, galleryFolder, listItem, listStyle, writeGallery } from './gallery-house.ts'
import { type InsertedPictures, gapsAround } from './insert-pictures.ts'
import { type PictureHouse, pictureFolder } from './picture-house.ts'

export interface GalleryRequest {
  readonly source: string
  readonly selection: Span
  /** Of the post. */
  readonly path: string
  /** Free names for the files, each with its ending, in the order of the pictures. */
  readonly names: readonly string[]
  readonly house: PictureHouse
  readonly site: GallerySite
  /** Which folder of that name to take, from 1: the first that is free. */
  readonly number?: number
}

/** How pictures become a gallery, or part of one: the edit of the text, and the files it asks for. */
export interface GalleryPlan extends InsertedPictures {
  readonly files: readonly GalleryFile[]
  /** It was there before. */
  readonly isAddition: boolean
}

export interface GalleryFile {
  /** From the site's root; its ending says what it has to be. */
  readonly path: string
  /** Which of the pictures it shows, from 0. */
  readonly picture: number
  /** A small one that leads to the large one. */
  readonly isThumbnail: boolean
}

const thumbnailName = /(?:^|[/._-])(?:thumbs?|thumbnails?|small|mini|preview|tn|s)(?=[/._-]|\d|$)/i

/**
 * Adds to the gallery where the cursor stands, or begins one as the author's posts do. Which files it needs is what the
 * gallery's own include asks for; without that, they lie below the author's pictures.
 *
 * @returns undefined for an author without galleries
 */
export function planGallery(request: GalleryRequest): GalleryPlan | undefined {
  const { source, selection, house } = request
  const existing = galleryAt(source, selection.from)
  if (existing) return addTo(existing, request)
  return house.gallery && begin(house.gallery, request)
}

function begin(gallery: GalleryHouse, request: GalleryRequest): GalleryPlan {
  const { source, selection, path, names, number = 1 } = request
  const folder = galleryFolder(path, number)
  const items = itemsFor(gallery, request)
  const { markup, wordsAt } = writeGallery(gallery, { folder, items })
  const [opening, closing] = gapsAround(source, selection, markup, names.length + 1)
  const from = selection.from + opening.length
  const stops = wordsAt.map(at => ({ from: from + at, to: from + at }))
  const written = (count: number): string =>
    writeGallery(gallery, { folder, items: items.slice(0, count) }).markup
  return {
    edits: [{ from: selection.from, to: selection.to, insert: opening + markup + closing }],
    selection: stops[0] ?? { from: from + markup.length, to: from + markup.length },
    stops,
    end: from + markup.length,
    files: filesFor(request, written, folder),
    isAddition: false,
  }
}

function addTo(existing: WrittenGallery, request: GalleryRequest): GalleryPlan {
  const { source, names } = request
  const edits = editsFor(existing, request, names.length)
  const written = (count: number): string => {
    const after = applyEdits(source, editsFor(existing, request, count))
    // What stands behind the gallery stays behind it.
    return after.slice(existing.from, after.length - (source.length - existing.to))
  }
  const folder = existing.values.find(({ kind }) => kind === 'folder')?.text ?? ''
  const at = existing.to + written(names.length).length - written(0).length
  return {
    edits,
    selection: { from: at, to: at },
    stops: [],
    end: at,
    files: filesFor(request, written, folder, countOf(existing)),
    isAddition: true,
  }
}

/** The gallery with the first `count` of the new pictures in it. */
function editsFor(
  existing: WrittenGallery,
  { names, house, path }: GalleryRequest,
  count: number,
): TextEdit[] {
  if (count === 0) return []
  return existing.values.flatMap((value): TextEdit[] => {
    if (value.kind === 'count')
      return [{ from: value.from, to: value.to, insert: String(Number(value.text) + count) }]
    if (value.kind !== 'list') return []
    const style = listStyle(value.items, value.separator)
    const folder = folderOfList(value.items) ?? pictureFolder(house, path)
    const added = names.slice(0, count).map(name => listItem(style, `${folder}/${name}`))
    const text =
      value.items.length === 0 ? added.join(value.separator) : value.separator + added.join(value.separator)
    return [{ from: value.to, to: value.to, insert: text }]
  })
}

function countOf({ values }: WrittenGallery): number {
  const list = values.find(value => value.kind === 'list')
  if (list) return list.items.length
  return Number(values.find(({ kind }) => kind === 'count')?.text ?? 0)
}

function itemsFor({ parts }: GalleryHouse, { names, house, path }: GalleryRequest): string[] {
  const list = parts.find(part => typeof part === 'object' && part.slot === 'list')
  const folder = pictureFolder(house, path)
  return names.map(name =>
    typeof list === 'object' && list.slot === 'list' ? listItem(list, `${folder}/${name}`) : name,
  )
}

/** The folder the paths of a list share, without the slash they begin with. */
function folderOfList(items: readonly string[]): string | undefined {
  const last = items.at(-1)
  return last?.includes('/') ? last.slice(0, last.lastIndexOf('/')).replace(/^\/+/, '') : undefined
}

/** Each picture's files are what the gallery asks for with it, and did not without it. */
function filesFor(
  request: GalleryRequest,
  written: (count: number) => string,
  folder: string,
  before = 0,
): GalleryFile[] {
  const { names, site } = request
  let known = new Set(galleryAddresses(written(0), site))
  return names.flatMap((name, picture) => {
    const asked = galleryAddresses(written(picture + 1), site)
    const added = asked.filter(path => !known.has(path))
    known = new Set(asked)
    if (added.length === 0)
      return [{ path: likelyPath(request, folder, name, before + picture + 1), picture, isThumbnail: false }]
    const areAllAlike = added.every(isThumbnail) || !added.some(isThumbnail)
    return added.map(path => ({ path, picture, isThumbnail: !areAllAlike && isThumbnail(path) }))
  })
}

function isThumbnail(path: string): boolean {
  return thumbnailName.test(path)
}

/** Where a gallery without an include of this site would look: `images/tape/tape-3.jpg`, or where all pictures are. */
function likelyPath(request: GalleryRequest, folder: string, name: string, number: number): string {
  const { house, path, source, selection } = request
  const gallery = galleryAt(source, selection.from)
  const hasList = gallery
    ? gallery.values.some(({ kind }) => kind === 'list')
    : house.gallery?.parts.some(part => typeof part === 'object' && part.slot === 'list')
  if (hasList) {
    const list = gallery?.values.find(value => value.kind === 'list')
    return `${(list && folderOfList(list.items)) ?? pictureFolder(house, path)}/${name}`
  }
  const parts = house.folder.split('/').filter(part => !part.includes('{'))
  const root = parts.length > 1 ? parts.slice(0, -1) : parts
  return [...root, folder, `${folder.slice(folder.lastIndexOf('/') + 1)}-${number}.jpg`].join('/')
}
