import type { FromFrame, ToFrame } from '../frame-protocol.ts'

let appOrigin: string | undefined

/** Tells the app. Before its first message its origin is unknown: nothing but `ready` is said then. */
export function tellApp(message: FromFrame): void {
  window.parent.postMessage(message, appOrigin ?? '*')
}

/**
 * Hears the app, and says that the page is there. The app's origin is the one that may frame this page
 * (`frame-ancestors`); it is learned from its first message.
 */
export function hearApp(hear: (message: ToFrame) => void): void {
  window.addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
    if (source !== window.parent || (appOrigin !== undefined && origin !== appOrigin)) return
    appOrigin = origin
    hear(data)
  })
  tellApp({ type: 'ready' })
}
