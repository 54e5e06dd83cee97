import type { Text } from '@codemirror/state'
import type { Draft, HostApi } from '../../core/contract/index.ts'
import { docChange } from './doc-change.ts'
import { type FileShape, writeShape } from './file-shape.ts'

/** Puts the text of one post into the journal: what changed where the host can make the rest of it, else all. */
export interface DraftKeeper {
  keep(doc: Text, about: Omit<Draft, 'path' | 'source'>): Promise<void>
  /** @param file the text of the file, which the next to be kept will have grown from */
  drop(file: Text): Promise<void>
}

export function createDraftKeeper(
  host: Pick<HostApi, 'keepDraft' | 'keepChange' | 'dropDraft'>,
  path: Draft['path'],
  shape: FileShape,
  file: Text,
): DraftKeeper {
  /** What the host most likely has; it says so where it has another text. */
  let there = file
  return {
    async keep(doc, about) {
      const change = docChange(there, doc, shape)
      const isKept = change !== undefined && (await host.keepChange({ ...about, path, change }))
      if (!isKept) await host.keepDraft({ ...about, path, source: writeShape(doc.toString(), shape) })
      there = doc
    },
    async drop(text) {
      await host.dropDraft(path)
      there = text
    },
  }
}
