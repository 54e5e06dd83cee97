import { readFile, readdir } from 'node:fs/promises'
import { join, parse, resolve } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { siteAbove } from './author-posts.ts'

/** A template of the author's own. */
export interface TemplateFile {
  /** Its file name without extension. */
  readonly name: string
  readonly text: string
}

/** Where a site keeps its post templates; Jekyll leaves folders that begin with `_` alone. */
export const templatesFolder = '_templates'

/** The templates of the site a folder lies in, or of the folder itself, by name. */
export async function listTemplates(folder: string): Promise<TemplateFile[]> {
  const home = join((await siteAbove(folder)) ?? folder, templatesFolder)
  const names = await readdir(home).catch(() => [])
  const found = names.filter(name => /\.(?:md|markdown|txt)$/i.test(name)).toSorted()
  return Promise.all(
    found.map(async name => ({ name: parse(name).name, text: await readFile(join(home, name), 'utf8') })),
  )
}

/**
 * A template by its name, or by a path.
 *
 * @throws LecternError 'post.not-found'
 */
export async function readTemplate(folder: string, cwd: string, name: string): Promise<string> {
  const known = (await listTemplates(folder)).find(template => template.name === parse(name).name)
  if (known) return known.text
  return readFile(resolve(cwd, name), 'utf8').catch((error: unknown) => {
    throw new LecternError('post.not-found', [name], { cause: error })
  })
}
