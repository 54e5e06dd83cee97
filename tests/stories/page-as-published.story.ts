import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { compareSite } from '../page/compare-site.ts'
import { ownSites } from '../page/own-sites.ts'
import { useChromium } from '../support/app.ts'
import { available } from '../support/needs.ts'

const chromium = useChromium()

/** Of all pixels: less is the grain of how letters are drawn. */
const visible = 0.001

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!available('jekyll')).each(ownSites.map(folder => [basename(folder), folder] as const))(
  'The page of %s looks as the real Jekyll publishes it',
  async (_, folder) => {
    const { share } = await compareSite(chromium(), { folder })
    expect(share).toBeLessThan(visible)
  },
)
