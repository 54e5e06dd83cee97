import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, platform, release } from 'node:os'
import { join, resolve } from 'node:path'
import { launchChromium } from '../support/chromium.ts'
import { measureEmbeds } from './embeds.ts'
import { measureTypingWithEverything } from './everything.ts'
import { type Figure, tableOf } from './figures.ts'
import { measureOpening } from './opening.ts'
import { measurePageTyping } from './page-typing.ts'
import { ours, withMarkdownIt } from './program.ts'
import { measureStart } from './start.ts'
import { measureTyping, typingSizes } from './typing.ts'

/**
 * `npm run bench [-- --record] [--quick]`: prints a table and, last, the same as one line of JSON. `--record` writes
 * docs/bench.md. `--quick` leaves out the other engine and the long post.
 */
async function main(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick')
  const browser = await launchChromium()
  const figures: Figure[] = []
  try {
    figures.push(await measureStart(browser, ours))
    figures.push(...(await measureTyping(browser, ours, quick ? typingSizes.slice(0, 2) : typingSizes)))
    figures.push(await measurePageTyping(browser, ours))
    figures.push(...(await measureEmbeds(browser, ours)))
    figures.push(...(await measureOpening(browser, ours)))
    if (!quick) {
      figures.push(await measureTypingWithEverything(browser, ours))
      const other = await withMarkdownIt()
      figures.push(await measureStart(browser, other))
      figures.push(...(await measureTyping(browser, other, typingSizes)))
      rmSync(other.folder, { recursive: true, force: true })
    }
  } finally {
    await browser.close()
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${release()}, Chromium ${browser.version()}`
  process.stdout.write(`${tableOf(figures)}\n`)
  if (args.includes('--record')) record(figures, machine)
  process.stdout.write(`${JSON.stringify({ machine, figures })}\n`)
}

function record(figures: readonly Figure[], machine: string): void {
  const docs = resolve(import.meta.dirname, '../../docs')
  mkdirSync(docs, { recursive: true })
  const day = new Date().toISOString().slice(0, 10)
  const text = `# Figures\n\nMeasured with \`npm run bench\` on ${day}: ${machine}.\n\n${tableOf(figures)}\n`
  writeFileSync(join(docs, 'bench.md'), text)
}

await main(process.argv.slice(2))
