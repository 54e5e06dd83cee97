import './page.css'
import type { ToFrame } from '../frame-protocol.ts'
import { hearApp, tellApp } from './app-link.ts'
import { createBlocks } from './blocks.ts'
import { cleanFragment } from './clean-fragment.ts'
import { dressCards, playCard } from './embed-card.ts'
import { followClicks } from './clicks.ts'
import { followKeys } from './keys.ts'
import { applyLook } from './look.ts'
import { markBlocks } from './marks.ts'
import { pageContext } from './page-context.ts'
import { showPdfPage } from './pdf-card.ts'
import { showPost } from './post-header.ts'
import { followScroll } from './scroll.ts'

/** The script of the untrusted page that shows the content alone, and reports what the writer does with it. */

const context = pageContext(tellApp)
const place = document.querySelector<HTMLElement>('#post')!
const blocks = createBlocks(place, html => cleanFragment(html, context))
const scroll = followScroll(blocks, line => tellApp({ type: 'scrolled', line }))
followClicks(blocks, context, tellApp)
followKeys(keys => tellApp({ type: 'keys', keys }))

function hear(message: ToFrame): void {
  switch (message.type) {
    case 'look':
      applyLook(message.look)
      if (context.allow(message.look)) blocks.renew()
      break
    case 'post':
      context.post = message.post
      showPost(message.post)
      if (message.fresh) {
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
