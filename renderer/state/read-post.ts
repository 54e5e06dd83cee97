import { Text } from '@codemirror/state'
import type { HostApi, PostFile, RecoveredDraft, RepoPath } from '../../core/contract/index.ts'
import { readShape } from './file-shape.ts'
import { sentenceOf } from './notices.ts'
import type { DiskText } from './saver.ts'

/** The file, or why it cannot be read; see {@link isGone}. */
export async function readPost(host: Pick<HostApi, 'readPost'>, path: RepoPath): Promise<PostFile | Error> {
  try {
    return await host.readPost(path)
  } catch (error) {
    return error instanceof Error ? error : new Error(sentenceOf(error))
  }
}

export function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'post.not-found'
}

/** The text that recovered text grew from, where that is not what stands in the file. */
export async function grewFrom(
  host: Pick<HostApi, 'readVersion'>,
  draft: RecoveredDraft | undefined,
  file: PostFile | Error,
): Promise<DiskText | undefined> {
  if (!draft || (!(file instanceof Error) && draft.baseVersion === file.version)) return undefined
  const version = draft.baseVersion ?? ''
  try {
    return { version, doc: toDoc(readShape(await host.readVersion(draft.path, version)).text) }
  } catch {
    // From nothing, as far as is known: then no change of the other side is taken for granted.
    return { version, doc: Text.empty }
  }
}

/** A text as the editor holds it. */
export function toDoc(text: string): Text {
  return Text.of(text.split('\n'))
}
