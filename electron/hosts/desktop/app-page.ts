import { readFile } from 'node:fs/promises'

import { appPolicy } from '../../services/content-security.ts'
import { findStaticFile, pageTypes } from '../../services/static-files.ts'

/** The scheme of the app's own page. An origin of its own, unlike file://, and nothing listens for it. */
export const appScheme = 'lectern'

const appHost = 'app'

export const appUrl = `${appScheme}://${appHost}/index.html`

/** Whether an address is of the app's own page. */
export function isAppUrl(url: string): boolean {
  return url.startsWith(`${appScheme}://${appHost}/`)
}

/** Answers requests of the page for its own files, and nothing else. */
export function createAppPage(
  pageFolder: string,
  previewOrigin: string,
): (request: { readonly url: string; readonly method: string }) => Promise<Response> {
  return async ({ url, method }) => {
    if (!isAppUrl(url)) return new Response(null, { status: 404 })
    if (method !== 'GET') return new Response(null, { status: 405 })
    const path = url.slice(`${appScheme}://${appHost}`.length).split(/[?#]/, 1)[0] ?? '/'
    const file = await findStaticFile(pageFolder, path, pageTypes)
    if (file === 'forbidden') return new Response(null, { status: 403 })
    if (!file) return new Response(null, { status: 404 })
    return new Response(await readFile(file.path), {
      headers: {
        'content-type': file.type,
        'content-security-policy': appPolicy(previewOrigin),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      },
    })
  }
}
