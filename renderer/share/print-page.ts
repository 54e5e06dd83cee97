interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML: (html: string) => unknown }
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

/** The one page that is written into a frame of the app: there, nothing in it can run. */
const printPolicy = trustedTypes?.createPolicy('lectern-print', { createHTML: html => html })

/** The frame of the print before, which some hosts still print from. */
let lastFrame: HTMLIFrameElement | undefined

/**
 * Opens the host's print dialog, which also writes PDFs, on a page of its own.
 *
 * The frame's sandbox allows no script; that it has our origin is what lets us ask it to print.
 */
export async function printPage(html: string): Promise<void> {
  lastFrame?.remove()
  const frame = document.createElement('iframe')
  lastFrame = frame
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.title = 'Page to print'
  frame.tabIndex = -1
  // Not display: none, which has nothing to print.
  frame.style.cssText = 'position: fixed; inset: 100% auto auto 0; width: 210mm; height: 297mm; border: 0;'
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }))
  frame.srcdoc = (printPolicy?.createHTML(html) ?? html) as string
  document.body.append(frame)
  await loaded
  frame.contentWindow?.print()
}
