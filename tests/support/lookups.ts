import type { Page } from 'playwright-core'
import type { EmbedAnswer } from '../../core/contract/index.ts'

/** Answers lookups in the place of the network; the host around it is the real one. The last answer holds from then on. */
export async function answerLookups(page: Page, answers: EmbedAnswer[]): Promise<void> {
  await page.route('**/lookupEmbed', route => {
    const value = answers.length > 1 ? answers.shift() : answers[0]
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ok: true, value }) })
  })
}

/** No service answers, and what waits for one goes on waiting. */
export async function noNetwork(page: Page): Promise<void> {
  await answerLookups(page, [{ address: '', state: 'pending', message: 'The service cannot be reached.' }])
  await page.route('**/resolveEmbedQueue', route => route.abort())
}
