import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { largestPdfBytes } from '../../../core/contract/index.ts'
import { createSitePdfs } from '../../../electron/services/site-pdfs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function site() {
  const folder = temporaryFolder('site')
  mkdirSync(join(folder, 'slides', '.hidden'), { recursive: true })
  writeFileSync(join(folder, 'slides/my talk.pdf'), '%PDF-1.4 not much of one')
  writeFileSync(join(folder, 'slides/.hidden/talk.pdf'), '%PDF-1.4')
  writeFileSync(join(folder, 'slides/notes.txt'), 'notes')
  const outside = join(temporaryFolder('outside'), 'diary.pdf')
  writeFileSync(outside, '%PDF-1.4 a diary')
  symlinkSync(outside, join(folder, 'slides/link.pdf'))
  return { folder, pdfs: createSitePdfs(folder) }
}

test('A PDF of the site is found by its address, read in parts, and known by its content', async () => {
  const { folder, pdfs } = site()
  const found = await pdfs.findSitePdf('/slides/my%20talk.pdf')
  expect(found).toEqual({ sizeBytes: 24, version: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown })
  const part = await pdfs.readSitePdf('/slides/my%20talk.pdf', 5, 3)
  expect(Buffer.from(part, 'base64').toString()).toBe('1.4')
  const rest = await pdfs.readSitePdf('/slides/my%20talk.pdf', 20, 100)
  expect(Buffer.from(rest, 'base64').toString()).toBe(' one')

  writeFileSync(join(folder, 'slides/my talk.pdf'), '%PDF-1.4 not much of two')
  expect((await pdfs.findSitePdf('/slides/my%20talk.pdf'))?.version).not.toBe(found?.version)
})

test.each([
  '/slides/none.pdf',
  '/slides/notes.txt',
  '/slides/link.pdf',
  '/slides/.hidden/talk.pdf',
  '/slides/..%2f..%2fdiary.pdf',
  '/slides/%00.pdf',
  '',
])('There is no PDF at %j for the preview, and no byte of it', async path => {
  const { pdfs } = site()
  expect(await pdfs.findSitePdf(path)).toBeUndefined()
  await expect(pdfs.readSitePdf(path, 0, 10)).rejects.toMatchObject({ code: 'pdf.missing' })
  await expect(pdfs.placeOf(path)).rejects.toMatchObject({ code: 'pdf.missing' })
})

test('A PDF that is too large to be looked into is not even read to know it', async () => {
  const { folder, pdfs } = site()
  writeFileSync(join(folder, 'huge.pdf'), '')
  truncateSync(join(folder, 'huge.pdf'), largestPdfBytes + 1)
  expect(await pdfs.findSitePdf('/huge.pdf')).toEqual({ sizeBytes: largestPdfBytes + 1 })
})
