import type { PostSummary } from '../../core/contract/index.ts'
import { documentAt } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { isSameFile } from '../post/same-file.ts'

/** The writer's own post that an address leads to; undefined where it leads elsewhere. */
export async function ownPostAt(
  { host, workspace }: Pick<Lectern, 'host' | 'workspace'>,
  address: string,
): Promise<PostSummary | undefined> {
  const [documents, site] = await Promise.all([host.listAddresses(), host.describeSite()])
  const document = documentAt(address, documents, site.address)
  return document && workspace.get().posts.find(post => isSameFile(document.path, post.path))
}
