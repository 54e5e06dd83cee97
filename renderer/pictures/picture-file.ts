import { LecternError } from '../../core/errors.ts'
import { isAnimated, tellsPlace } from '../../core/post/pictures/index.ts'
import { copiedTypes, largestCopySide } from './picture-copy.ts'

/** A picture that was pasted, dropped or chosen, and that browsers can show. */
export interface PictureFile {
  readonly name: string
  readonly blob: Blob
  readonly width: number
  readonly height: number
  /** A smaller copy is worth offering: it is large, or says where it was taken. */
  readonly offer: 'large' | 'place' | undefined
  readonly isAnimated: boolean
}

const largeSizeBytes = 1_500_000
const largestSizeBytes = 40 * 1024 * 1024

/** @throws LecternError 'picture.not-a-picture' when the browser cannot read it */
export async function readPictureFile(file: File): Promise<PictureFile> {
  const name = file.name || 'picture'
  const { width, height } = await sizeOf(file, name)
  // A WebP says last what the camera wrote.
  const told = file.type === 'image/webp' ? file : file.slice(0, 256 * 1024)
  const head = new Uint8Array(await told.arrayBuffer())
  // A copy of what moves would stand still.
  const moves = isAnimated(head)
  const isPhoto = copiedTypes.includes(file.type) && !moves
  const isLarge = file.size > largeSizeBytes || (isPhoto && Math.max(width, height) > largestCopySide * 1.5)
  const offer = isPhoto && tellsPlace(head) ? 'place' : isPhoto && isLarge ? 'large' : undefined
  return { name, blob: file, width, height, offer, isAnimated: moves }
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

/** As the host takes it. */
export async function toBase64({ blob, name }: Pick<PictureFile, 'blob' | 'name'>): Promise<string> {
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
