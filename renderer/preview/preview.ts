import type { HostApi, HostEvent, HostInfo } from '../../core/contract/index.ts'
import type { Editor } from '../editor/editor.ts'
import type { DocumentStore } from '../state/document.ts'
import type { Notices } from '../state/notices.ts'
import type { RenderedPageStore } from '../state/rendered-page.ts'
import type { SettingsStore } from '../state/settings.ts'
import { type FromFrame, type ToFrame, readFromFrame } from './frame-protocol.ts'
import { type Rendered, createRenderService } from './render-service.ts'

/** Keeps the preview frame true to the editor. */
export interface Preview {
  /** The address the frame is to show; another one when remote content is switched on. */
  frameUrl(): string
  /** Speaks with the page in this frame from now on; the returned function ends it. */
  attach(frame: HTMLIFrameElement): () => void
  /** Shows the site anew. */
  onHostEvent(event: HostEvent): void
  /** Combinations of keys pressed while the preview had the keyboard. */
  onKeys(listen: (keys: string) => void): () => void
  /** A link that was clicked in the preview. */
  onLink(listen: (url: string) => void): () => void
}

export interface PreviewOptions {
  readonly host: HostApi
  readonly info: HostInfo
  readonly editor: Editor
  readonly document: DocumentStore
  readonly page: RenderedPageStore
  readonly settings: SettingsStore
  readonly notices: Notices
}

export const remoteContentKey = 'preview.remote-content'

export function createPreview(options: PreviewOptions): Preview {
  const { host, info, editor, document, page, settings, notices } = options
  const keyListeners = new Set<(keys: string) => void>()
  const linkListeners = new Set<(url: string) => void>()
  let send: ((message: ToFrame) => void) | undefined
  let shownPath: string | undefined

  const renderer = createRenderService({
    post: () => {
      const { path, failure } = document.get()
      return path === undefined || failure !== undefined || !send
        ? undefined
        : { path, source: editor.text() }
    },
    onRendered: show,
    onTrouble: reason => page.send({ type: 'trouble', reason }),
  })

  function show(rendered: Rendered): void {
    page.send({ type: 'rendered', page: rendered.page })
    if (rendered.page.path !== shownPath) {
      shownPath = rendered.page.path
      send?.({ type: 'clear', url: rendered.page.url ?? '/' })
    }
    send?.({ type: 'patch', id: rendered.id, patch: rendered.patch, lines: rendered.lines })
  }

  function hear(message: FromFrame): void {
    if (message.type === 'keys') for (const listen of keyListeners) listen(message.keys)
    if (message.type === 'link') for (const listen of linkListeners) listen(message.url)
  }

  async function readSite(): Promise<void> {
    try {
      renderer.setSite(await host.readSite())
    } catch (error) {
      notices.report(error)
    }
  }

  editor.onChange(change => {
    if (change.docChanged) renderer.request()
  })

  return {
    frameUrl: () => (settings.boolean(remoteContentKey, false) ? info.remotePreviewUrl : info.previewUrl),
    attach(frame) {
      const origin = new URL(info.previewUrl).origin
      const onMessage = (event: MessageEvent) => {
        if (event.source !== frame.contentWindow || event.origin !== origin) return
        const message = readFromFrame(event.data)
        if (message?.type === 'ready') {
          send = reply => frame.contentWindow?.postMessage(reply, origin)
          shownPath = undefined
          renderer.restart()
        } else if (message) hear(message)
      }
      window.addEventListener('message', onMessage)
      return () => {
        window.removeEventListener('message', onMessage)
        send = undefined
      }
    },
    onHostEvent(event) {
      if (event.type === 'site-changed') void readSite()
    },
    onKeys(listen) {
      keyListeners.add(listen)
      return () => keyListeners.delete(listen)
    },
    onLink(listen) {
      linkListeners.add(listen)
      return () => linkListeners.delete(listen)
    },
  }
}
