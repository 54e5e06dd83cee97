import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSite, listDocuments, renderDocument } from '../../core/jekyll/index.ts'
import { toText } from '../../core/ruby/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'
import { findStaticFile, pageTypes, sendStaticFile, siteTypes } from '../../electron/services/static-files.ts'
import { startBuildOracle } from '../support/oracle-build.ts'

/** A site as the real Jekyll writes it, served on loopback. */
export interface BuiltSite {
  /** The copy it was built from. */
  readonly source: string
  readonly title: string
  /** Where the chosen post stands. */
  readonly url: string
  /** What the site calls its own host; empty where it names none. */
  readonly siteUrl: string
  /** With the base address of the site. */
  readonly origin: string
  close(): void
}

/** Plugins the real Jekyll has here; a build without the others is what can be compared. */
const plugins = ['jekyll-feed', 'jekyll-seo-tag', 'jekyll-include-cache', 'jekyll-paginate']

/**
 * Builds a copy of a site and serves it.
 *
 * @param wanted part of the path of the post; the newest one that Jekyll wrote, if left out
 * @throws Error where Jekyll does not build it, or writes no such post
 */
export async function buildSite(folder: string, wanted = ''): Promise<BuiltSite> {
  const work = mkdtempSync(join(tmpdir(), 'lectern-page-'))
  const source = join(work, 'site')
  const destination = join(work, 'built')
  cpSync(folder, source, { recursive: true, filter: path => !/[\\/](?:\.git|_site)$/.test(path) })
  const snapshot = await readSite(source, { wholeBytes: Infinity })
  const site = createSite(snapshot)
  const oracle = startBuildOracle()
  // Nothing of the site's own Ruby runs.
  const config = { safe: true, whitelist: plugins }
  const built = await oracle.build({ source, destination, config })
  oracle.close()
  if (!built.ok) throw new Error(`Jekyll does not build ${folder}: ${built.error}\n${built.log}`)
  const posts = built.documents.filter(({ output }) => built.written.includes(output))
  const post = posts.findLast(({ path }) => path.includes('_posts/') && path.includes(wanted))
  if (!post || !listDocuments(site).some(({ path }) => path === post.path))
    throw new Error(`no such post in ${folder}`)
  const title = toText(renderDocument(site, { path: post.path })?.title as string)
  const configured = (key: string): string => toText(site.settings.configuration.get(key)).replace(/\/+$/, '')
  const server = await serve(destination, configured('baseurl'))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    source,
    title,
    url: origin + configured('baseurl') + post.url,
    siteUrl: configured('url'),
    origin,
    close() {
      server.close()
      server.closeAllConnections()
      rmSync(work, { recursive: true, force: true })
    },
  }
}

const noScripts = { 'content-security-policy': "script-src 'none'" }

async function serve(folder: string, baseurl: string): Promise<Server> {
  const types = { ...siteTypes, ...pageTypes }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!
    const below = path.startsWith(baseurl) ? path.slice(baseurl.length) : path
    const answer = async (): Promise<void> => {
      for (const name of [below, `${below}.html`, `${below.replace(/\/$/, '')}/index.html`]) {
        const file = await findStaticFile(folder, name, types)
        if (file && file !== 'forbidden') return sendStaticFile(request, response, file, noScripts)
      }
      response.writeHead(404)
      response.end()
    }
    answer().catch(() => response.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}
