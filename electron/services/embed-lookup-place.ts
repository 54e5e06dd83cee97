import { readFile } from 'node:fs/promises'
import type { Version } from '../../core/contract/index.ts'
import {
  type Embed,
  type HouseStyle,
  findEmbeds,
  isPending,
  rewriteEmbed,
  writeEmbed,
} from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { replaceFile } from './replace-file.ts'
import { versionOf } from './version.ts'

/**
 * Writes a resolved embed into a closed post, in the place of the link that stands for it. Other text is not touched.
 *
 * @param version the file must still have it, where given
 * @returns `changed` where the link is not there as Lectern wrote it, or another program changes the file meanwhile;
 *   nothing is written then
 */
export async function placeResolved(
  disk: FileSystem,
  file: string,
  embed: Embed,
  house: HouseStyle,
  version?: Version,
): Promise<'placed' | 'changed'> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const source = bytes?.toString('utf8')
  if (!bytes || source === undefined || !Buffer.from(source, 'utf8').equals(bytes)) return 'changed'
  if (version !== undefined && versionOf(bytes) !== version) return 'changed'
  const waiting = findEmbeds(source).filter(
    found =>
      isPending(found.embed) &&
      found.embed.pageUrl === embed.pageUrl &&
      found.embed.provider === embed.provider,
  )
  // Words the writer changed are the writer's.
  const untouched = waiting.filter(
    found => source.slice(found.span.from, found.span.to) === writeEmbed(found.embed, 'house'),
  )
  if (untouched.length === 0) return 'changed'
  const edits = untouched.flatMap(found => rewriteEmbed(source, found, 'house', { embed, house }))
  const done = await replaceFile(disk, file, Buffer.from(applyEdits(source, edits), 'utf8'), current =>
    current.equals(bytes),
  )
  return done === 'written' ? 'placed' : 'changed'
}
