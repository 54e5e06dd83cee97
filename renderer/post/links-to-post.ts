import type { RepoPath, Version } from '../../core/contract/index.ts'
import { type InboundLink, type OwnDocument, inboundLinks, redirectLink } from '../../core/post/index.ts'
import type { TextEdit } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { saveOpenPosts } from '../beside/open-desks.ts'
import { isSameFile } from './same-file.ts'
import type { PublishedPlace } from '../preview/render-protocol.ts'

/** The links of one post of the folder to another one. */
export interface LinkingPost {
  readonly path: RepoPath
  readonly version: Version
  /** As the site knows it; undefined of a draft. */
  readonly document?: OwnDocument
  readonly links: readonly InboundLink[]
}

/** A link, and what leads it to where the post is about to be. */
export interface FollowingLink {
  readonly key: string
  readonly path: RepoPath
  readonly version: Version
  readonly line: number
  readonly written: string
  readonly edit: TextEdit
}

const mostPosts = 1000

/** Every link of the other posts of the folder to the one that is published at `place`. */
export async function findLinksTo(
  lectern: Lectern,
  path: RepoPath,
  place: PublishedPlace,
): Promise<LinkingPost[]> {
  const { host } = lectern
  // The host searches what is on disk.
  await saveOpenPosts(lectern)
  const [documents, ...found] = await Promise.all([
    host.listAddresses(),
    ...namesIn(place).map(text =>
      host.searchPosts({
        text,
        kind: 'exact',
        matchCase: true,
        wholeWord: false,
        where: 'body',
        mostPosts,
      }),
    ),
  ])
  const others = new Set(found.flatMap(({ posts }) => posts.map(post => post.path)))
  others.delete(path)
  const files = await Promise.all([...others].map(other => host.readPost(other)))
  return files.flatMap(({ path: other, source, version, readOnly }) => {
    if (readOnly !== undefined) return []
    const document = documents.find(each => isSameFile(each.path, other))
    const options = { site: place.site, ...(document && { from: document }) }
    const links = inboundLinks(source, place, options)
    return links.length === 0 ? [] : [{ path: other, version, links, ...(document && { document }) }]
  })
}

/** Texts of which each link to a post holds one: the name of its file, or the last part of its address. */
function namesIn({ path, url }: OwnDocument): readonly string[] {
  const stem = lastPart(path).replace(/\.[^.]+$/, '')
  const encoded = lastPart(url.replace(/(?:\/index)?(?:\.html)?\/?$/, ''))
  const names = [encoded, decodeURI(encoded), stem].filter(name => name !== '')
  return [...new Set(names)].filter(
    name => !names.some(shorter => shorter !== name && name.includes(shorter)),
  )
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The links that would lead elsewhere once the post is published at another place. */
export function linksThatFollow(
  posts: readonly LinkingPost[],
  before: OwnDocument,
  after: OwnDocument,
): FollowingLink[] {
  return posts.flatMap(({ path, version, document, links }) =>
    links.flatMap(link => {
      const edit = redirectLink(link, before, after, document)
      const { line, written, span } = link
      return edit ? [{ key: `${path}:${span.from}`, path, version, line, written, edit }] : []
    }),
  )
}
