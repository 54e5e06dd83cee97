import { addListItem, listItems, setField } from '../../../post/index.ts'
import { isArray } from '../../../ruby/index.ts'
import { type PreflightRule, type PreflightSite, fixIfPossible } from '../rule.ts'

/** The post is on the site under another address, which others may have linked to. */
export const urlChanged: PreflightRule = {
  code: 'url-changed',
  check({ published, rendered, source }, site) {
    if (!published?.visible || !rendered || rendered.url === published.url) return []
    if (redirects(site) && listItems(source, 'redirect_from').includes(published.url)) return []
    return [
      {
        severity: 'warning',
        message: `Its address changes from ${published.url} to ${rendered.url}. Links to the old one break.`,
        about: published.url,
        fixes: [
          ...fixIfPossible('keep-address', 'Keep the old address', () =>
            setField(source, 'permalink', published.url),
          ),
          ...(redirects(site)
            ? fixIfPossible('redirect', 'Send readers of the old address on', () =>
                addListItem(source, 'redirect_from', published.url),
              )
            : []),
        ],
      },
    ]
  },
}

function redirects({ site }: PreflightSite): boolean {
  const { configuration } = site.settings
  const named = [configuration.get('plugins'), configuration.get('gems')].flatMap(list =>
    isArray(list) ? list : [],
  )
  return (
    named.includes('jekyll-redirect-from') || /jekyll-redirect-from/.test(site.snapshot.hosting.gemfile ?? '')
  )
}
