import type { ToFrame } from '../frame-protocol.ts'
import { applyBlockPatch } from '../block-patch.ts'

let blocks: string[] = []
window.addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
  if (source !== window.parent) return
  if (data.type === 'clear') blocks = []
  if (data.type === 'patch') {
    blocks = applyBlockPatch(blocks, data.patch)
    document.querySelector('#post')!.innerHTML = blocks.join('')
    window.parent.postMessage({ type: 'applied', id: data.id }, origin)
  }
})
window.parent.postMessage({ type: 'ready' }, '*')
