import { type FromFrame, type ToFrame, readFromFrame } from './frame-protocol.ts'

/** Messages to and from the preview frame, whose page is not trusted: origin and window are checked both ways. */
export interface FrameChannel {
  /** Speaks with the page in this frame from now on; the returned function ends it. */
  attach(frame: HTMLIFrameElement): () => void
  /** The page has said that it is there. */
  isOpen(): boolean
  /** Dropped while no page is there: it asks for everything when it comes. */
  send(message: ToFrame): void
}

export function createFrameChannel(origin: string, onMessage: (message: FromFrame) => void): FrameChannel {
  let target: Window | undefined
  return {
    attach(frame) {
      const listen = (event: MessageEvent) => {
        if (event.source !== frame.contentWindow || event.origin !== origin) return
        const message = readFromFrame(event.data)
        if (!message) return
        if (message.type === 'ready') target = frame.contentWindow ?? undefined
        onMessage(message)
      }
      window.addEventListener('message', listen)
      return () => {
        window.removeEventListener('message', listen)
        target = undefined
      }
    },
    isOpen: () => target !== undefined,
    send: message => target?.postMessage(message, origin),
  }
}
