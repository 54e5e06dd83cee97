import { setField } from '../../../post/index.ts'
import { type PreflightRule, fixIfPossible } from '../rule.ts'

/** Two documents of one address: Jekyll writes both to one file, and the last one wins. */
export const sameAddress: PreflightRule = {
  code: 'same-address',
  check({ path, rendered, source, visible }, { paths }) {
    if (!rendered || !visible) return []
    const others = (paths.get(fileFor(rendered.url)) ?? []).filter(other => other !== path)
    if (others.length === 0) return []
    const free = freeAddress(rendered.url, paths)
    return [
      {
        severity: 'error',
        message: `${others.join(' and ')} ${others.length === 1 ? 'has' : 'have'} the same address, ${rendered.url}. Only one of them would be on the site.`,
        about: rendered.url,
        always: true,
        fixes: fixIfPossible('own-address', `Give it the address ${free}`, () =>
          setField(source, 'permalink', free),
        ),
      },
    ]
  },
}

/** The file an address is written to: `/a/` and `/a/index.html` are one. */
export function fileFor(url: string): string {
  if (url.endsWith('/')) return `${url}index.html`
  return /\.[^/.]+$/.test(url) ? url : `${url}.html`
}

function freeAddress(url: string, paths: ReadonlyMap<string, readonly string[]>): string {
  for (let number = 2; ; number++) {
    const candidate = url.replace(
      /(\/?)(\.[^./]+)?$/,
      (_end, slash: string, extension = '') => `-${number}${extension}${slash}`,
    )
    if (!paths.has(fileFor(candidate))) return candidate
  }
}
