import type { Lectern } from '../app/lectern.ts'

/** Takes pictures that were pasted, dropped or chosen. How is loaded when the first comes. */
export async function offerPictures(lectern: Lectern, files: readonly File[]): Promise<void> {
  const { takePictures } = await import('./add-pictures.ts')
  await takePictures(lectern, files)
}

/** The same for a PDF. */
export async function offerPdf(lectern: Lectern, file: File): Promise<void> {
  const { addPdf } = await import('./add-pdf.ts')
  await addPdf(lectern, file)
}
