import { LecternError } from '../../core/errors.ts'
import type { PictureFile } from './picture-file.ts'

/** What a canvas writes without losing more than size. */
export const copiedTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

/** The longer side of a copy: no page shows more. */
export const largestCopySide = 2_000
const thumbnailSide = 400

const typeOfEnding: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** A copy no larger than a page can show, without what the camera wrote into it; upright as the camera was held. */
export function smallerCopy(picture: PictureFile): Promise<PictureFile> {
  return copy(picture, picture.blob.type, largestCopySide)
}

/**
 * The picture as a file with this ending, or a thumbnail of it; as it is where that is one.
 *
 * @throws LecternError 'picture.not-in-gallery' where a copy would lose what it is
 */
export async function pictureAs(
  picture: PictureFile,
  ending: string,
  isThumbnail: boolean,
): Promise<PictureFile> {
  const type = typeOfEnding[ending] ?? ''
  if (!isThumbnail && picture.blob.type === type) return picture
  const canCopy = copiedTypes.includes(type) && copiedTypes.includes(picture.blob.type) && !picture.isAnimated
  if (!canCopy) throw new LecternError('picture.not-in-gallery', [picture.name, ending])
  return copy(picture, type, isThumbnail ? thumbnailSide : Math.max(picture.width, picture.height))
}

/** Its name with the ending of what it is. */
export function fileName({ name, blob }: PictureFile): string {
  const ending = Object.keys(typeOfEnding).find(each => typeOfEnding[each] === blob.type) ?? 'png'
  return `${name.replace(/\.\w+$/, '')}.${ending}`
}

async function copy(picture: PictureFile, type: string, longestSide: number): Promise<PictureFile> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const bitmap = await createImageBitmap(picture.blob, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')!
  if (type === 'image/jpeg') {
    // What a JPEG cannot leave clear is paper.
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, width, height)
  }
  pen.drawImage(bitmap, 0, 0)
  bitmap.close()
  return { ...picture, width, height, blob: await canvas.convertToBlob({ type, quality: 0.85 }) }
}
