/**
 * One pass over all posts of a site with their layouts, in a process started for it alone; prints what it took.
 *
 *     lectern-pass first FOLDER     read from the disk and rendered, the first this process does
 *     lectern-pass second FOLDER    rendered again in a worker that has rendered it once
 *
 * What Node and the modules take to load is no part of it, as Jekyll's start-up is no part of what Jekyll takes. The
 * second pass makes the site anew from the snapshot: nothing of the first is kept but code that ran before.
 */
import { once } from 'node:events'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { type SiteSnapshot, createSite, listDocuments, renderDocument } from '../../core/jekyll/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'
import type { Cost } from './cost.ts'

async function measured(run: () => void | Promise<void>): Promise<Cost> {
  const before = process.cpuUsage()
  const started = performance.now()
  await run()
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1_000 }
}

function read(folder: string): Promise<SiteSnapshot> {
  return readSite(folder, { wholeBytes: Infinity })
}

function renderAll(snapshot: SiteSnapshot): void {
  const site = createSite(snapshot, { drafts: true, future: true, jekyll: '4.3' })
  for (const { path, url } of listDocuments(site))
    renderDocument(site, { path, ...(url !== undefined && { url }), layout: true })
}

async function firstPass(folder: string): Promise<Cost> {
  return measured(async () => renderAll(await read(folder)))
}

async function secondPass(folder: string): Promise<Cost> {
  const worker = new Worker(new URL(import.meta.url), { workerData: await read(folder) })
  const [cost] = (await once(worker, 'message')) as [Cost]
  return cost
}

if (isMainThread) {
  const [which, folder = '.'] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await (which === 'first' ? firstPass(folder) : secondPass(folder))))
} else {
  const snapshot = workerData as SiteSnapshot
  renderAll(snapshot)
  const cost = await measured(() => renderAll(snapshot))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(cost)
}
