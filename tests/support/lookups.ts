import type { Page } from 'playwright-core'
import type { EmbedAnswer } from '../../core/contract/index.ts'

/** Answers lookups in the place of the network; the host around it is the real one. The last answer holds from then on. */
export async function answerLookups(page: Page, answers: EmbedAnswer[]): Promise<void> {
  await page.route('**/lookupEmbed', route => {
    const value = answers.length > 1 ? answers.shift() : answers[0]
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ok: true, value }) })
  })
}

/** What waits for a service goes on waiting, as if none had answered. */
export async function keepWaiting(page: Page): Promise<void> {
  await page.route('**/resolveEmbedQueue', async route => {
    const url = route.request().url().replace('resolveEmbedQueue', 'listEmbedQueue')
    await route.fulfill({ response: await route.fetch({ url, postData: '[]' }) })
  })
}

/** No service answers. */
export async function noNetwork(page: Page): Promise<void> {
  await answerLookups(page, [{ address: '', state: 'pending', message: 'The service cannot be reached.' }])
  await keepWaiting(page)
}
