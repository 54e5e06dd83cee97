import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe-core finds wrong with the app's page and with the preview page, a line each; empty when nothing is. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const frames = page.frames().filter(frame => /^(?:http|lectern)/.test(frame.url()))
  const behindDialog = (await page.locator('dialog[open]').count()) > 0
  return (await Promise.all(frames.map(frame => problemsIn(frame, behindDialog)))).flat()
}

async function problemsIn(frame: Frame, behindDialog: boolean): Promise<string[]> {
  // The pages' policies allow no script of a test's own; the debugger may evaluate one.
  await frame.evaluate(source)
  // The order of headings on the preview page is the author's.
  const rules = {
    'heading-order': { enabled: frame.parentFrame() === null },
    // Behind a modal dialog the page's own heading is out of reach, as it should be.
    'page-has-heading-one': { enabled: !behindDialog },
  }
  const violations = await frame.evaluate(async rules => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> }
    }
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'], rules })
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }))
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html} (${node.failureSummary})`),
  )
}
