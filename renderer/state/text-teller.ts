import type { Text } from '@codemirror/state'
import type { ToldText } from '../../core/text/index.ts'
import { docChange } from './doc-change.ts'
import { readableDoc } from './readable-text.ts'

/** Tells a worker the text of the post: once whole, and then what changed. The worker's side is `heardText`. */
export interface TextTeller {
  /** What to send for this text to be there. */
  tell(doc: Text): ToldText
  /** Another worker, or one that has not the text it should have: the whole is told next. */
  forget(): void
}

export function createTextTeller(): TextTeller {
  let there: Text | undefined
  return {
    tell(doc) {
      const before = there
      there = readableDoc(doc)
      return (before && docChange(before, there)) ?? there.toString()
    },
    forget() {
      there = undefined
    },
  }
}
