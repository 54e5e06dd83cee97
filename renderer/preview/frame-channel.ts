import { type FromFrame, type ToFrame, readFromFrame } from './frame-protocol.ts'

/** The preview frame and the messages to and from its page, which is not trusted: origin and window are checked both ways. */
export interface FrameChannel {
  readonly element: HTMLIFrameElement
  /** Loads another address of the page, if it is another. */
  show(url: string): void
  /** Moves the frame into its place in the window, without loading it again. */
  moveInto(place: HTMLElement): void
  /** The page has said that it is there. */
  isOpen(): boolean
  /** Dropped while no page is there: it asks for everything when it comes. */
  send(message: ToFrame): void
  /** Hears the page from now on; one that is there already says `ready` once more. */
  listen(onMessage: (message: FromFrame) => void): void
  /** Takes the frame out of the window for good. */
  close(): void
}

/**
 * Opens the frame at once: a process of its own takes a while to start.
 *
 * @param place where it stands; out of sight until it is moved into a place
 */
export function openPreviewFrame(
  url: string,
  title = 'Preview of the post',
  place: HTMLElement = document.body,
): FrameChannel {
  const { origin } = new URL(url)
  const element = createFrame(url, title)
  let open = false
  let hear: ((message: FromFrame) => void) | undefined
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== element.contentWindow || event.origin !== origin) return
    const message = readFromFrame(event.data)
    if (!message) return
    if (message.type === 'ready') open = true
    hear?.(message)
  }
  window.addEventListener('message', onMessage)
  place.append(element)
  return {
    element,
    show(next) {
      if (element.src === next) return
      // What is sent from here on is for the page to come.
      open = false
      element.src = next
    },
    moveInto(place) {
      if ('moveBefore' in place) place.moveBefore(element, null)
      else (place as HTMLElement).append(element)
    },
    isOpen: () => open,
    send(message) {
      if (open) element.contentWindow?.postMessage(message, origin)
    },
    listen(listener) {
      hear = listener
      if (open) listener({ type: 'ready' })
    },
    close() {
      window.removeEventListener('message', onMessage)
      element.remove()
    },
  }
}

function createFrame(url: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  // Its page is of another origin, so that it cannot take the sandbox off; embeds need an origin of their own.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation')
  frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
  frame.dataset['paneFocus'] = ''
  frame.className = 'preview-frame'
  frame.src = url
  return frame
}
