import type { ToFrame } from '../frame-protocol.ts'
import { hearApp, tellApp } from '../page/app-link.ts'
import { cleanFragment } from '../page/clean-fragment.ts'
import { followClicks } from '../page/clicks.ts'
import { followDecks } from '../page/deck-keys.ts'
import { hearPost } from '../page/hear-post.ts'
import { followKeys } from '../page/keys.ts'
import { sayTargets } from '../page/link-targets.ts'
import { pageContext } from '../page/page-context.ts'
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
sayTargets()
const decks = followDecks(tellApp)
followKeys(keys => tellApp({ type: 'keys', keys }))

function hear(message: ToFrame): void {
  switch (message.type) {
    case 'look':
      if (!context.allow(message.look)) break
      blocks.renew()
      page.renew()
      break
    case 'shell':
      page.show(message.shell, message.siteVersion)
      break
  }
  hearPost(message, { context, blocks, scroll, decks })
}

hearApp(hear)
