import './page.css'
import type { FromFrame, ToFrame } from '../frame-protocol.ts'
import { createBlocks } from './blocks.ts'
import { cleanFragment } from './clean-fragment.ts'
import { followClicks } from './clicks.ts'
import { followKeys } from './keys.ts'
import { applyLook } from './look.ts'
import { pageContext } from './page-context.ts'
import { showPost } from './post-header.ts'
import { followScroll } from './scroll.ts'

/**
 * The untrusted page's one script. It shows what the app sends and reports what the writer does with it. The app's
 * origin is the one that may frame this page (`frame-ancestors`); it is learned from its first message.
 */

let appOrigin: string | undefined

function tell(message: FromFrame): void {
  window.parent.postMessage(message, appOrigin ?? '*')
}

const context = pageContext(url => tell({ type: 'picture', url }))
const place = document.querySelector<HTMLElement>('#post')!
const blocks = createBlocks(place, html => cleanFragment(html, context))
const scroll = followScroll(blocks, line => tell({ type: 'scrolled', line }))
followClicks(blocks, context, tell)
followKeys(keys => tell({ type: 'keys', keys }))

window.addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
  if (source !== window.parent || (appOrigin !== undefined && origin !== appOrigin)) return
  appOrigin = origin
  hear(data)
})

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
    case 'scroll':
      scroll.to(message.line)
      break
  }
}

// Says nothing but that it is there, so any parent may hear it.
tell({ type: 'ready' })
