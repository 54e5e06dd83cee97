import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { OwnLinksApi } from '../../core/contract/index.ts'
import {
  type Site,
  createSite,
  documentAddresses,
  headingAnchors,
  siteAddress,
} from '../../core/jekyll/index.ts'
import {
  type PostLinkFacts,
  type TargetIndex,
  findTargets,
  indexTargets,
  learnOwnAddress,
} from '../../core/post/index.ts'
import type { LinkLibraryService } from './link-library.ts'
import type { SiteService } from './site-service.ts'

export interface OwnLinksOptions {
  /** The open folder, and the site it is or lies in. */
  readonly folder: string
  readonly siteFolder: string
  readonly library: Pick<LinkLibraryService, 'lastKnown'>
  readonly site: Pick<SiteService, 'lastRead'>
}

/** As many posts as an author's habits show in. */
const newest = 150

interface KnownSite {
  readonly version: string
  readonly site: Site
  readonly addresses: ReturnType<typeof documentAddresses>
}

interface Listed {
  readonly addresses: KnownSite['addresses']
  readonly posts: readonly PostLinkFacts[]
  readonly index: TargetIndex
}

/** Links to the site's own documents: found by what the link library read of each, written as the author writes them. */
export function createOwnLinks({ folder, siteFolder, library, site }: OwnLinksOptions): OwnLinksApi {
  let known: KnownSite | undefined
  let listed: Listed | undefined

  async function knownSite(): Promise<KnownSite> {
    const snapshot = await site.lastRead()
    if (known?.version !== snapshot.version) {
      const made = createSite(snapshot)
      known = { version: snapshot.version, site: made, addresses: documentAddresses(made) }
    }
    return known
  }

  /** The same list for every key of a word, as long as nothing changed. */
  async function linkable(): Promise<TargetIndex> {
    const [{ addresses }, posts] = await Promise.all([knownSite(), library.lastKnown()])
    if (listed?.addresses === addresses && listed.posts === posts) return listed.index
    const headings = new Map(posts.map(post => [onSite(post.path), post.headings]))
    const index = indexTargets(
      addresses.map(address => ({ ...address, headings: headings.get(address.path) ?? [] })),
    )
    listed = { addresses, posts, index }
    return index
  }

  /** The open folder may lie inside the site. */
  function onSite(path: string): string {
    return relative(siteFolder, join(folder, path)).split(sep).join('/')
  }

  return {
    findTargets: async (typed, most) => findTargets(typed, await linkable(), most),
    async targetAddress(path, line) {
      const [{ site: made, addresses }, posts] = await Promise.all([knownSite(), library.lastKnown()])
      const document = addresses.find(address => address.path === path)
      if (!document) return undefined
      const address = learnOwnAddress(posts.slice(0, newest), addresses, siteAddress(made))(document)
      if (line === undefined) return address
      const source = await readFile(join(made.snapshot.source, path), 'utf8')
      const anchor = headingAnchors(made, path, source).get(line)
      return anchor === undefined ? address : `${address}#${anchor}`
    },
  }
}
