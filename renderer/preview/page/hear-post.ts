import type { ToFrame } from '../frame-protocol.ts'
import type { Blocks } from './blocks.ts'
import { dressCards } from './embed-card.ts'
import type { DeckKeys } from './deck-keys.ts'
import { markBlocks } from './marks.ts'
import type { PageContext } from './page-context.ts'
import { showPdfPage } from './pdf-card.ts'
import type { ScrollFollower } from './scroll.ts'

export interface PostParts {
  readonly context: PageContext
  readonly blocks: Blocks
  readonly scroll: ScrollFollower
  readonly decks: DeckKeys
}

/** What a page does with the messages about the post in it, whatever stands around that. */
export function hearPost(message: ToFrame, { context, blocks, scroll, decks }: PostParts): void {
  switch (message.type) {
    case 'post':
      context.post = message.post
      if (message.fresh) {
        context.pdfs.clear()
        blocks.clear()
        window.scrollTo(0, 0)
      }
      break
    case 'patch':
      blocks.apply(message.patch, message.lines)
      if (message.editedLine !== undefined) scroll.reveal(message.editedLine)
      break
    case 'told':
      context.told = new Map(message.embeds.map(told => [told.address, told]))
      dressCards(document, context)
      break
    case 'pdf':
      showPdfPage(document, message.pdf, context)
      break
    case 'entered':
    case 'left':
      decks.hear(message.type)
      break
    case 'scroll':
      scroll.to(message.line)
      break
    case 'marks':
      markBlocks(blocks, message.kind, message.blocks)
      break
    case 'look':
    case 'shell':
      // Each page has its own way with these.
      break
  }
}
