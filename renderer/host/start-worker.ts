// oxlint-disable import/default -- Vite makes the default exports: the addresses of the built workers
import checkUrl from '../problems/check.worker.ts?worker&url'
import pdfUrl from '../preview/pdf/pdf.worker.ts?worker&url'
import renderUrl from '../preview/render.worker.ts?worker&url'
import spellingUrl from '../spelling/spelling.worker.ts?worker&url'

const addresses = { render: renderUrl, check: checkUrl, pdf: pdfUrl, spelling: spellingUrl } as const

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => unknown
  }
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

/** The only script addresses the app's Trusted Types policy lets through: our own workers'. */
const workerPolicy = trustedTypes?.createPolicy('lectern-worker', {
  createScriptURL(url) {
    if (!Object.values<string>(addresses).includes(url)) throw new TypeError(`${url} is no worker of ours`)
    return url
  },
})

export function startWorker(name: keyof typeof addresses): Worker {
  const address = addresses[name]
  const url = (workerPolicy?.createScriptURL(address) ?? address) as string | URL
  return new Worker(url, { type: 'module' })
}
