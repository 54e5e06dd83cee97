import { readFrontMatter, setField } from '../../../post/index.ts'
import { nearest } from '../nearest.ts'
import { type PreflightRule, fixIfPossible } from '../rule.ts'

/** A layout the site does not have: Jekyll warns and publishes the bare content. */
export const missingLayout: PreflightRule = {
  code: 'missing-layout',
  check({ source, rendered }, { site }) {
    const layout = rendered?.layout
    if (typeof layout !== 'string' || layout === 'none' || site.layouts.has(layout) || usesForeignTheme(site))
      return []
    const field = readFrontMatter(source).fields.find(each => each.name === 'layout')
    const better =
      nearest(layout, site.layouts.keys()) ?? ['post', 'default'].find(name => site.layouts.has(name))
    return [
      {
        severity: 'warning',
        message: `The site has no layout “${layout}”, so the page would be the bare text.`,
        ...(field ? { line: field.line } : {}),
        about: layout,
        fixes:
          better === undefined
            ? []
            : fixIfPossible('nearest-layout', `Use the layout “${better}”`, () =>
                setField(source, 'layout', better),
              ),
      },
    ]
  },
}

/** Layouts of a theme that is not on this machine are unknown here, not missing; a site without any must have one. */
function usesForeignTheme({
  settings,
  snapshot,
  layouts,
}: Parameters<PreflightRule['check']>[1]['site']): boolean {
  const { configuration } = settings
  if (layouts.size === 0) return true
  return Boolean(configuration.get('theme') ?? configuration.get('remote_theme')) && !snapshot.theme
}
