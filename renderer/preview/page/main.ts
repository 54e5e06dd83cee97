import './page.css'
import type { ToFrame } from '../frame-protocol.ts'
import { hearApp, tellApp } from './app-link.ts'
import { createBlocks } from './blocks.ts'
import { cleanFragment } from './clean-fragment.ts'
import { followClicks } from './clicks.ts'
import { followDecks } from './deck-keys.ts'
import { hearPost } from './hear-post.ts'
import { followKeys } from './keys.ts'
import { applyLook } from './look.ts'
import { sayTargets } from './link-targets.ts'
import { pageContext } from './page-context.ts'
import { showPost } from './post-header.ts'
import { followScroll } from './scroll.ts'

/** The script of the untrusted page that shows the content alone, and reports what the writer does with it. */

const context = pageContext(tellApp)
const place = document.querySelector<HTMLElement>('#post')!
const blocks = createBlocks(place, html => cleanFragment(html, context))
const scroll = followScroll(blocks, line => tellApp({ type: 'scrolled', line }))
followClicks(blocks, context, tellApp)
sayTargets()
const decks = followDecks(tellApp)
followKeys(keys => tellApp({ type: 'keys', keys }))

function hear(message: ToFrame): void {
  switch (message.type) {
    case 'look':
      applyLook(message.look)
      if (context.allow(message.look)) blocks.renew()
      break
    case 'post':
      showPost(message.post)
      break
  }
  hearPost(message, { context, blocks, scroll, decks })
}

hearApp(hear)
