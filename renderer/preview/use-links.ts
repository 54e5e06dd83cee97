import { useEffect } from 'react'
import { documentAt } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { isSameFile } from '../post/same-file.ts'
import { ownSiteHost } from './own-site.ts'

/** Follows the links clicked in the preview: none leads the window away, and each shows where it goes first. */
export function useLinks(lectern: Lectern): void {
  useEffect(
    () =>
      lectern.preview.onLink(address => {
        const url = new URL(address)
        if (url.host === ownSiteHost) void offerOwnPage(lectern, url.pathname).catch(lectern.notices.report)
        else if (['http:', 'https:', 'mailto:'].includes(url.protocol)) lectern.dialogs.open('link', url.href)
        else lectern.notices.show({ kind: 'info', text: `Readers cannot follow this link: ${address}` })
      }),
    [lectern],
  )
}

/** Says which page of the site a link leads to, and opens its post when the writer wants that. */
async function offerOwnPage({ desk, host, notices, workspace }: Lectern, path: string): Promise<void> {
  const [documents, { address }] = await Promise.all([host.listAddresses(), host.describeSite()])
  const document = documentAt(path, documents, address)
  const post = document && workspace.get().posts.find(each => isSameFile(document.path, each.path))
  notices.show({
    kind: 'info',
    text: post ? `This link leads to “${post.title}”.` : `This link leads to a page of the site: ${path}`,
    ...(post && {
      action: { label: 'Open it', run: () => void desk.open(post.path).catch(notices.report) },
    }),
  })
}
