import type { Text } from '@codemirror/state'
import type { TextEdit } from '../../core/text/index.ts'

/**
 * The one edit that turns `before` into `after`: their common start and end are left alone.
 *
 * Texts of an editor are trees that share the branches they have in common: only what differs is read.
 */
export function docEdit(before: Text, after: Text): TextEdit | undefined {
  const room = Math.min(before.length, after.length)
  const start = commonStart(before, after, room)
  if (start === room && before.length === after.length) return undefined
  const end = commonEnd(before, after, room - start)
  return {
    from: start,
    to: before.length - end,
    insert: after.sliceString(start, after.length - end),
  }
}

const stretch = 4_096

function commonStart(a: Text, b: Text, room: number): number {
  for (let at = Math.min(sharedStart(a, b), room); at < room; at += stretch) {
    const to = Math.min(at + stretch, room)
    const [one, other] = [a.sliceString(at, to), b.sliceString(at, to)]
    if (one === other) continue
    let count = 0
    while (one.charCodeAt(count) === other.charCodeAt(count)) count++
    return at + count
  }
  return room
}

function commonEnd(a: Text, b: Text, room: number): number {
  for (let at = Math.min(sharedEnd(a, b), room); at < room; at += stretch) {
    const to = Math.min(at + stretch, room)
    const one = a.sliceString(a.length - to, a.length - at)
    const other = b.sliceString(b.length - to, b.length - at)
    if (one === other) continue
    let count = 1
    while (one.at(-count) === other.at(-count)) count++
    return at + count - 1
  }
  return room
}

/** How much at the start stands in the same branches of both trees; there may be more in common. */
function sharedStart(a: Text, b: Text): number {
  return shared(a, b, (children, index) => children[index])
}

function sharedEnd(a: Text, b: Text): number {
  return shared(a, b, (children, index) => children.at(-1 - index))
}

function shared(
  a: Text,
  b: Text,
  childAt: (children: readonly Text[], index: number) => Text | undefined,
): number {
  if (a === b) return a.length
  if (!a.children || !b.children) return 0
  for (let index = 0, length = 0; ; index++) {
    const [one, other] = [childAt(a.children, index), childAt(b.children, index)]
    // The line break after the last of either may stand in that one alone.
    if (!one || !other) return Math.max(0, length - 1)
    if (one !== other) return length + shared(one, other, childAt)
    length += one.length + 1
  }
}
