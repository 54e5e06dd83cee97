import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'
import { ownSiteHost } from './own-site.ts'

/** Follows the links clicked in the preview: none leads the window away, and each shows where it goes first. */
export function useLinks(lectern: Lectern): void {
  useEffect(
    () =>
      lectern.preview.onLink(address => {
        const url = new URL(address)
        if (url.host === ownSiteHost)
          lectern.notices.show({
            kind: 'info',
            text: `This link leads to a page of the site: ${url.pathname}`,
          })
        else if (['http:', 'https:', 'mailto:'].includes(url.protocol)) lectern.dialogs.open('link', url.href)
        else lectern.notices.show({ kind: 'info', text: `Readers cannot follow this link: ${address}` })
      }),
    [lectern],
  )
}
