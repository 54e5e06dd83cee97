import type { BrowserContext, Frame, Page } from 'playwright-core'

/** What the probe keeps in the window and in the preview's frame: moments in ms since 1970. */
interface Probe {
  /** The last key's own time. */
  key?: number
  /** After the frame that followed it. */
  frame?: number
  /** The second animation frame after the preview's document changed. */
  painted?: number
  /** In the window: the second animation frame after the preview's frame stands in its place. */
  placed?: number
  /** After the frame that first showed another dialog than the key met. */
  dialog?: number
  changes: number
}

declare global {
  interface Window {
    lecternProbe?: Probe
  }
}

/** Puts the probe into every page and frame of a context before their own scripts run. */
export async function installProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const probe: Probe = { changes: 0 }
    window.lecternProbe = probe
    const now = () => performance.timeOrigin + performance.now()
    if (/\/(?:preview|site-page)\.html$/.test(location.pathname)) {
      addEventListener('DOMContentLoaded', () => {
        const seen = new MutationObserver(() => {
          probe.changes++
          requestAnimationFrame(() => requestAnimationFrame(() => (probe.painted = now())))
        })
        seen.observe(document.querySelector('#post') ?? document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        })
      })
      return
    }
    const placing = new MutationObserver(() => {
      if (!document.querySelector('#root .preview-frame')) return
      placing.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => (probe.placed = now())))
    })
    placing.observe(document, { subtree: true, childList: true })
    addEventListener(
      'keydown',
      event => {
        probe.key = performance.timeOrigin + event.timeStamp
        delete probe.frame
        delete probe.dialog
        const { key } = probe
        const afterFrame = (act: () => void): void => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', act)
          port1.start()
          requestAnimationFrame(() => port2.postMessage(undefined))
        }
        afterFrame(() => (probe.frame = now()))
        // Only these ask for a dialog; typing is not to be held up by looking for one.
        if (!event.ctrlKey && event.key !== 'Enter') return
        const before = document.querySelector('dialog[open]')
        const seen = new MutationObserver(() => {
          const dialog = document.querySelector('dialog[open]')
          if (probe.key !== key) seen.disconnect()
          else if (dialog && dialog !== before) {
            seen.disconnect()
            afterFrame(() => (probe.dialog = now()))
          }
        })
        seen.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] })
      },
      { capture: true },
    )
  })
}

export async function previewFrame(page: Page): Promise<Frame> {
  const isPreview = (frame: Frame) => /\/(?:preview|site-page)\.html/.test(frame.url())
  return page.frames().find(isPreview) ?? page.waitForEvent('framenavigated', isPreview)
}

/** The moment the preview is painted after its next change; undefined when nothing changes in `patienceMs`. */
export async function paintedAfter(
  frame: Frame,
  since: number,
  patienceMs: number,
): Promise<number | undefined> {
  try {
    const handle = await frame.waitForFunction(
      from => {
        const { painted } = window.lecternProbe!
        return painted !== undefined && painted > from ? painted : undefined
      },
      since,
      { polling: 'raf', timeout: patienceMs },
    )
    return await handle.jsonValue()
  } catch {
    return undefined
  }
}

/** The moment the preview's frame is seen in its place. */
export async function placedAt(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.lecternProbe?.placed, undefined, { polling: 'raf' })
  return (await handle.jsonValue())!
}

export async function keyTimes(page: Page): Promise<{ readonly key: number; readonly frame: number }> {
  const handle = await page.waitForFunction(
    () => {
      const { key, frame } = window.lecternProbe!
      return key !== undefined && frame !== undefined ? { key, frame } : undefined
    },
    undefined,
    { polling: 'raf' },
  )
  return (await handle.jsonValue())!
}

/** From the last key to the frame that showed the dialog it opened. */
export async function dialogTimes(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => {
      const { key, dialog } = window.lecternProbe!
      return key !== undefined && dialog !== undefined ? dialog - key : undefined
    },
    undefined,
    { polling: 'raf' },
  )
  return (await handle.jsonValue())!
}
