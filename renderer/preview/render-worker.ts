// oxlint-disable-next-line import/default -- Vite makes the default export: the address of the built worker
import workerUrl from './render.worker.ts?worker&url'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => unknown
  }
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

/** The one script address the app's Trusted Types policy lets through: our own worker's. */
const workerPolicy = trustedTypes?.createPolicy('lectern-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`${url} is not the render worker`)
    return url
  },
})

export function startRenderWorker(): Worker {
  const url = (workerPolicy?.createScriptURL(workerUrl) ?? workerUrl) as string | URL
  return new Worker(url, { type: 'module' })
}
