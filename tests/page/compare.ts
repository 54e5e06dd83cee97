/**
 * Pictures of one post of a site, as the real Jekyll builds it and as the preview's Page view shows it:
 *
 *     npm run compare:page [-- --site DIR … [--post PART] [--width PIXELS] [--dark] [--pictures DIR]]
 *
 * Prints the share of pixels that differ; without `--site`, of our own sites.
 */
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from '../support/chromium.ts'
import { compareSite } from './compare-site.ts'
import { ownSites } from './own-sites.ts'

const { values } = parseArgs({
  options: {
    site: { type: 'string', multiple: true },
    post: { type: 'string' },
    width: { type: 'string' },
    dark: { type: 'boolean' },
    pictures: { type: 'string' },
  },
})

const folders = values.site?.map(folder => resolve(folder)) ?? ownSites
const browser = await launchChromium()
let worst = 0
for (const folder of folders) {
  const compared = await compareSite(browser, {
    folder,
    ...(values.post !== undefined && { post: values.post }),
    ...(values.width !== undefined && { widthPixels: Number(values.width) }),
    ...(values.dark && { colorScheme: 'dark' }),
    ...(values.pictures !== undefined && { pictures: join(values.pictures, basename(folder)) }),
  }).catch((error: unknown) => error as Error)
  if (compared instanceof Error) {
    process.stdout.write(`${basename(folder)}: ${compared.message}\n`)
    process.exitCode = 1
    continue
  }
  const { title, width, height, share, said } = compared
  worst = Math.max(worst, share)
  process.stdout.write(
    `${(share * 100).toFixed(2)} %  ${basename(folder)}  “${title}”  ${width} × ${height}\n`,
  )
  for (const difference of said) process.stdout.write(`    ${difference}\n`)
}
await browser.close()
process.stdout.write(`${JSON.stringify({ sites: folders.length, worst })}\n`)
