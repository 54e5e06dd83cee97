import { basename, dirname, join, relative } from 'node:path'
import {
  type AssetHabits,
  candidatePaths,
  findFileReferences,
  redirectReference,
} from '../../core/export/index.ts'
import type { TextEdit } from '../../core/text/index.ts'
import { type FileOnDisk, readFileOnDisk } from './export-files.ts'
import { type Target, inTarget, slashed } from './export-target.ts'
import { galleryFilesOf } from './picture-site.ts'

/** A file to be put into the target. */
export interface Copy {
  /** Relative to the root. */
  readonly path: string
  readonly bytes: Buffer | null
  readonly post: boolean
  readonly movedFrom?: string
  /** The writer's text, where it cannot be had from the commit afterwards. */
  readonly own?: string
}

/** The files a post uses, each at its place in the site, and the changes that point the post there. */
export async function copyAssets(
  target: Target,
  post: string,
  from: string,
  text: string,
  habits: AssetHabits,
): Promise<{ readonly edits: TextEdit[]; readonly copies: Copy[] }> {
  const edits: TextEdit[] = []
  const copies: Copy[] = []
  for (const reference of findFileReferences(text)) {
    const beside = slashed(relative(from, dirname(post)))
    for (const candidate of candidatePaths(reference, beside)) {
      const file = await readFileOnDisk(join(from, candidate))
      if (!file) continue
      const place = reference.fromRoot ? candidate : await freePlace(target, habits, post, candidate, file)
      copies.push({ path: inTarget(target, join(target.site, place)), bytes: file.bytes, post: false })
      const edit = reference.fromRoot ? undefined : redirectReference(text, reference, habits, place)
      if (edit) edits.push(edit)
      break
    }
  }
  // The gallery is the site's, which says where it looks.
  for (const shown of await galleryFilesOf(text, target.site)) {
    const file = await readFileOnDisk(join(from, shown))
    if (file)
      copies.push({ path: inTarget(target, join(target.site, shown)), bytes: file.bytes, post: false })
  }
  return { edits, copies }
}

/** The site's own folder for such files; below it one of the post's own when another file has the name. */
async function freePlace(
  target: Target,
  habits: AssetHabits,
  post: string,
  candidate: string,
  file: FileOnDisk,
): Promise<string> {
  const name = basename(candidate)
  const plain = `${habits.folder}/${name}`
  const there = await readFileOnDisk(join(target.site, plain))
  if (!there || there.version === file.version) return plain
  const ours = target.past.some(record =>
    record.files.some(
      each => each.path === inTarget(target, join(target.site, plain)) && each.after === there.version,
    ),
  )
  return ours ? plain : `${habits.folder}/${basename(post).replace(/\.[^.]+$/, '')}/${name}`
}
