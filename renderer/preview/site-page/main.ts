import type { ToFrame } from '../frame-protocol.ts'
import { hearApp, tellApp } from '../page/app-link.ts'
import { cleanFragment } from '../page/clean-fragment.ts'
import { dressCards, playCard } from '../page/embed-card.ts'
import { followClicks } from '../page/clicks.ts'
import { followKeys } from '../page/keys.ts'
import { markBlocks } from '../page/marks.ts'
import { pageContext } from '../page/page-context.ts'
import { showPdfPage } from '../page/pdf-card.ts'
import { followScroll } from '../page/scroll.ts'
import { createDifferences } from './differences.ts'
import { enclose } from './enclose.ts'
import { createSiteDocument } from './site-document.ts'
import { createSlotBlocks } from './slot-blocks.ts'

/** The script of the untrusted page that shows a post in its layout, with the site's style and none of ours. */

const context = pageContext(tellApp, enclose)
const blocks = createSlotBlocks(html => cleanFragment(html, context))
const differences = createDifferences(tellApp)
const page = createSiteDocument({ context, blocks, differences })
const scroll = followScroll(blocks, line => tellApp({ type: 'scrolled', line }))
followClicks(blocks, context, tellApp)
followKeys(keys => tellApp({ type: 'keys', keys }))

function hear(message: ToFrame): void {
  switch (message.type) {
    case 'look':
      if (!context.allow(message.look)) break
      blocks.renew()
      page.renew()
      break
    case 'post':
      context.post = message.post
      if (message.fresh) {
        blocks.clear()
        window.scrollTo(0, 0)
      }
      break
    case 'shell':
      page.show(message.shell)
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
    case 'play':
      playCard(document, message.key)
      break
    case 'scroll':
      scroll.to(message.line)
      break
    case 'marks':
      markBlocks(blocks, message.kind, message.blocks)
      break
  }
}

hearApp(hear)
