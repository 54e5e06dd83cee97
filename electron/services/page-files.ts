import { readFile } from 'node:fs/promises'

import { type StaticFile, findStaticFile, pageTypes } from './static-files.ts'

/** A file of a built page, by the URL path that names it; `forbidden` as {@link findStaticFile} says. */
export type PageFiles = (urlPath: string) => Promise<StaticFile | 'forbidden' | undefined>

/** The build names these by a hash of their content, so that they never change. */
const builtAssets = /^\/assets\/[\w.~-]+$/

/** The files of the built renderer; those that cannot change are read once, as a window asks for them all at once. */
export function createPageFiles(folder: string): PageFiles {
  const known = new Map<string, StaticFile>()
  return async urlPath => {
    const before = known.get(urlPath)
    if (before) return before
    const file = await findStaticFile(folder, urlPath, pageTypes)
    if (!file || file === 'forbidden' || !builtAssets.test(urlPath)) return file
    const kept = { ...file, bytes: await readFile(file.path) }
    known.set(urlPath, kept)
    return kept
  }
}
