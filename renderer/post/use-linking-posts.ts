import { useEffect, useState } from 'react'
import type { RepoPath, Version } from '../../core/contract/index.ts'
import { type OtherPost, planRename } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { useLectern } from '../app/lectern-context.ts'
import { saveOpenPosts } from '../beside/open-desks.ts'

/** A post of the folder with a link that goes by the name of another one's file. */
export interface LinkingPost extends OtherPost {
  readonly version: Version
}

/** Posts whose `post_url` and `link` tags name this one; undefined until all were looked through. */
export function useLinkingPosts(path: RepoPath): readonly LinkingPost[] | undefined {
  const lectern = useLectern()
  const [linking, setLinking] = useState<readonly LinkingPost[]>()
  useEffect(() => {
    let current = true
    findLinkingPosts(lectern, path).then(found => current && setLinking(found), lectern.notices.report)
    return () => {
      current = false
    }
  }, [lectern, path])
  return linking
}

const mostPosts = 1000

async function findLinkingPosts(lectern: Lectern, path: RepoPath): Promise<LinkingPost[]> {
  const { host } = lectern
  // The host searches what is on disk.
  await saveOpenPosts(lectern)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const found = await host.searchPosts({
    text: name.slice(0, name.lastIndexOf('.')),
    kind: 'exact',
    matchCase: true,
    wholeWord: false,
    where: 'body',
    mostPosts,
  })
  const others = found.posts.map(post => post.path).filter(other => other !== path)
  const files = await Promise.all(others.map(other => host.readPost(other)))
  const { inbound } = planRename('', path, { slug: `${name} renamed` }, files)
  const names = new Set(inbound.map(post => post.path))
  return files.filter(file => file.readOnly === undefined && names.has(file.path))
}
