import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type SitePdf, type SitePdfsApi, largestPdfBytes } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { type StaticFile, findStaticFile } from './static-files.ts'

export interface SitePdfs extends Omit<SitePdfsApi, 'openSitePdf'> {
  /** Where it lies on the disk. @throws LecternError 'pdf.missing' */
  placeOf(path: string): Promise<string>
}

const pdfTypes = { '.pdf': 'application/pdf' } as const
const largestPartBytes = 1024 * 1024

/** @param site the folder of the site; no path or link leads out of it */
export function createSitePdfs(site: string): SitePdfs {
  async function find(path: string): Promise<StaticFile | undefined> {
    const found = await findStaticFile(site, path.startsWith('/') ? path : `/${path}`, pdfTypes)
    return found === 'forbidden' ? undefined : found
  }

  async function placeOf(path: string): Promise<string> {
    const found = await find(path)
    if (!found) throw new LecternError('pdf.missing', [path])
    return found.path
  }

  return {
    placeOf,
    async findSitePdf(path): Promise<SitePdf | undefined> {
      const found = await find(path)
      if (!found) return undefined
      const { sizeBytes } = found
      return sizeBytes > largestPdfBytes ? { sizeBytes } : { sizeBytes, version: await hashOf(found.path) }
    },
    async readSitePdf(path, from, length) {
      const file = await open(await placeOf(path))
      try {
        const part = Buffer.alloc(Math.trunc(Math.min(Math.max(length, 0), largestPartBytes)))
        const { bytesRead } = await file.read(part, 0, part.length, Math.trunc(Math.max(from, 0)))
        return part.subarray(0, bytesRead).toString('base64')
      } finally {
        await file.close()
      }
    },
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex').slice(0, 40)
}
