import type { ChangeKind } from '../frame-protocol.ts'
import type { Blocks } from './blocks.ts'

/** In the colours of a diff, on light paper and on dark. */
const colours: Readonly<Record<ChangeKind, string>> = { removed: '#d1242f', added: '#1a7f37' }

/** Marks blocks that an export takes away or brings. */
export function markBlocks(blocks: Blocks, kind: ChangeKind, indexes: readonly number[]): void {
  const elements = blocks.elements()
  for (const index of indexes) {
    const style = elements[index]?.style
    if (!style) continue
    // Around the block, so that nothing in it moves and what is marked keeps its own look.
    const tint = `color-mix(in srgb, ${colours[kind]} 14%, transparent)`
    style.backgroundColor = tint
    style.boxShadow = `0 0 0 0.3em ${tint}`
    style.outline = `1.5px solid color-mix(in srgb, ${colours[kind]} 65%, transparent)`
    style.outlineOffset = '0.3em'
    style.borderRadius = '1px'
  }
}
