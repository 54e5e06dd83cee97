import { LecternError } from '../../core/errors.ts'
import { tellsPlace } from '../../core/post/pictures/index.ts'

/** A picture that was pasted, dropped or chosen, and that browsers can show. */
export interface PictureFile {
  readonly name: string
  readonly blob: Blob
  readonly width: number
  readonly height: number
  /** A smaller copy is worth offering: it is large, or says where it was taken. */
  readonly offer: 'large' | 'place' | undefined
}

const largeSizeBytes = 1_500_000
const largestSide = 2_000
const largestSizeBytes = 40 * 1024 * 1024

/** @throws LecternError 'picture.not-a-picture' when the browser cannot read it */
export async function readPictureFile(file: File): Promise<PictureFile> {
  const name = file.name || 'picture'
  const { width, height } = await sizeOf(file, name)
  const isPhoto = file.type === 'image/jpeg' || file.type === 'image/png' || file.type === 'image/webp'
  const head = new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer())
  const isLarge = file.size > largeSizeBytes || (isPhoto && Math.max(width, height) > largestSide * 1.5)
  const offer = isPhoto && tellsPlace(head) ? 'place' : isPhoto && isLarge ? 'large' : undefined
  return { name, blob: file, width, height, offer }
}

async function sizeOf(file: File, name: string): Promise<{ width: number; height: number }> {
  try {
    // An SVG has no size of its own; whether it is one, the host looks at.
    if (file.type === 'image/svg+xml') return { width: 0, height: 0 }
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch (cause) {
    throw new LecternError('picture.not-a-picture', [name], { cause })
  }
}

/** A copy no larger than a page can show, without what the camera wrote into it. */
export async function smallerCopy(picture: PictureFile): Promise<PictureFile> {
  const scale = Math.min(1, largestSide / Math.max(picture.width, picture.height))
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  const bitmap = await createImageBitmap(picture.blob, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  bitmap.close()
  const type = picture.blob.type === 'image/png' ? 'image/png' : 'image/jpeg'
  return { ...picture, width, height, blob: await canvas.convertToBlob({ type, quality: 0.85 }) }
}

/** As the host takes it. */
export async function toBase64({ blob, name }: PictureFile): Promise<string> {
  if (blob.size > largestSizeBytes) throw new LecternError('picture.too-large', [name])
  const reader = new FileReader()
  const read = new Promise<string>((resolve, reject) => {
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(name)))
  })
  reader.readAsDataURL(blob)
  const url = await read
  return url.slice(url.indexOf(',') + 1)
}

/** `3.4 MB` */
export function showSize(sizeBytes: number): string {
  const megabytes = sizeBytes / 1_000_000
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(sizeBytes / 1000))} kB`
}
