import { type PreflightRule, lineAt } from '../rule.ts'
import { fileFor } from './same-address.ts'

/** Addresses that begin at the root of the server: `](/images/x.png)`, `]: /about/`, `src="/x"`. */
const rootAddress = /(?:\]\(\s*<?|\]:[ \t]*<?|\b(?:src|href|poster)\s*=\s*["'])(\/(?!\/)[^\s"'<>)]*)/g

/** A site that does not lie at the root of its server is missed by addresses that begin there. */
export const baseurl: PreflightRule = {
  code: 'baseurl',
  check({ source }, site) {
    const base = site.baseurl
    if (base === '') return []
    return [...source.matchAll(rootAddress)].flatMap(match => {
      const address = match[1]!
      const path = address.replace(/[?#].*$/, '')
      if (address === base || address.startsWith(`${base}/`)) return []
      const isOurs =
        site.files.has(path.slice(1)) || site.paths.has(fileFor(path)) || site.paths.has(`${path}/index.html`)
      if (!isOurs) return []
      const from = match.index + match[0].length - address.length
      return [
        {
          severity: 'warning',
          message: `${address} misses the site, which lies at ${base}.`,
          line: lineAt(source, from),
          about: address,
          fixes: [
            {
              id: 'add-baseurl',
              title: 'Put site.baseurl before it',
              edits: [{ from, to: from, insert: '{{ site.baseurl }}' }],
            },
          ],
        },
      ]
    })
  },
}
