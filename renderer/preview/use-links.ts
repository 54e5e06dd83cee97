import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { ownPostAt } from './own-post-at.ts'
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
async function offerOwnPage(lectern: Lectern, path: string): Promise<void> {
  const { desk, notices } = lectern
  const post = await ownPostAt(lectern, path)
  notices.show({
    kind: 'info',
    text: post ? `This link leads to “${post.title}”.` : `This link leads to a page of the site: ${path}`,
    ...(post && {
      action: { label: 'Open it', run: () => void desk.open(post.path).catch(notices.report) },
    }),
  })
}
