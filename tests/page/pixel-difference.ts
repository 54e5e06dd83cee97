import type { Page } from 'playwright-core'

export interface PixelDifference {
  /** Of all pixels, those that a reader would call another colour. */
  readonly share: number
  /** A PNG: what is the same in grey, what differs in red. */
  readonly picture: Buffer
}

/** Compares two PNGs of one size in a page, whose browser can read them. */
export async function pixelDifference(page: Page, left: Buffer, right: Buffer): Promise<PixelDifference> {
  const { share, url } = await page.evaluate(
    comparePictures,
    [left, right].map(png => png.toString('base64')),
  )
  return { share, picture: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') }
}

async function comparePictures(pictures: readonly string[]): Promise<{ share: number; url: string }> {
  /** Of 255: less is the grain of how letters are drawn. */
  const tolerance = 40
  const canvas = document.createElement('canvas')
  const pixelsOf = async (picture: string): Promise<ImageData> => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, image.width, image.height)
  }
  const left = await pixelsOf(pictures[0]!)
  const right = await pixelsOf(pictures[1]!)
  if (left.width !== right.width || left.height !== right.height)
    throw new RangeError(`pictures of ${left.width} × ${left.height} and ${right.width} × ${right.height}`)
  const shown = new ImageData(left.width, left.height)
  let different = 0
  for (let at = 0; at < left.data.length; at += 4) {
    const distance = Math.max(
      ...[0, 1, 2].map(part => Math.abs(left.data[at + part]! - right.data[at + part]!)),
    )
    const differs = distance > tolerance
    if (differs) different++
    const grey = 160 + left.data[at + 1]! / 3
    shown.data.set(differs ? [220, 0, 0, 255] : [grey, grey, grey, 255], at)
  }
  canvas.getContext('2d')!.putImageData(shown, 0, 0)
  return { share: (different * 4) / left.data.length, url: canvas.toDataURL('image/png') }
}
