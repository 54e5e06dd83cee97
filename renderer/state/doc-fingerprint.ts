import type { Text } from '@codemirror/state'
import { type Fingerprint, fingerprintOf, joinFingerprints } from '../../core/text/index.ts'
import { type FileShape, writeShape } from './file-shape.ts'

/** Of the text as it lies in a file of that shape. Branches that were read before are not read again. */
export function fingerprintOfDoc(doc: Text, shape: FileShape): Fingerprint {
  const text = fingerprintOfTree(doc, shape.ending)
  return shape.byteOrderMark ? joinFingerprints([fingerprintOf('\uFEFF'), text]) : text
}

/** Those of the branches that are in use, for each ending of lines. */
const known = {
  '\n': new WeakMap<Text, Fingerprint>(),
  '\r\n': new WeakMap<Text, Fingerprint>(),
} as const

function fingerprintOfTree(doc: Text, ending: FileShape['ending']): Fingerprint {
  const found = known[ending].get(doc)
  if (found) return found
  const lineBreak = fingerprintOf(ending)
  const made = doc.children
    ? joinFingerprints(
        doc.children.flatMap((child, index) => {
          const part = fingerprintOfTree(child, ending)
          return index === 0 ? [part] : [lineBreak, part]
        }),
      )
    : fingerprintOf(writeShape(doc.toString(), { byteOrderMark: false, ending }))
  known[ending].set(doc, made)
  return made
}
