import { type Fix, type PreflightPost, type PreflightRule, type PreflightSite, lineAt } from '../rule.ts'
import { withoutReference } from './missing-file.ts'

/** A path of the writer's own machine, where an address belongs. */
const localPath =
  /(?:\]\(\s*<?|\]:[ \t]*<?|\b(?:src|href|poster|data)\s*=\s*["'])((?:file:\/{1,3}|\/(?:Users|home|root|tmp|private|Volumes|mnt)\/|~\/|[A-Za-z]:[\\/])[^\s"'<>)]*)/g

/** Nobody else can open `/Users/…` or `file:///…`, and everybody can read the name in it. */
export const localPaths: PreflightRule = {
  code: 'local-path',
  check(post, site) {
    return [...post.source.matchAll(localPath)].map(match => {
      const from = match.index + match[0].length - match[1]!.length
      return {
        severity: 'warning',
        message: `${match[1]} is a path on your machine. Readers cannot go there.`,
        line: lineAt(post.source, from),
        about: match[1]!,
        fixes: fixes(post, site, { from, to: from + match[1]!.length }, match[1]!),
      }
    })
  },
}

function fixes(
  { source }: PreflightPost,
  site: PreflightSite,
  span: { from: number; to: number },
  path: string,
): Fix[] {
  const name = path.split(/[\\/]/).at(-1)!
  const same = [...site.files].filter(file => !/(^|\/)[._]/.test(file) && file.split('/').at(-1) === name)
  const found: Fix[] = same.slice(0, 1).map(file => ({
    id: 'right-address',
    title: `Use /${file}`,
    edits: [{ ...span, insert: `${site.baseurl === '' ? '' : '{{ site.baseurl }}'}/${encodeURI(file)}` }],
  }))
  const removal = withoutReference(source, span)
  return removal ? [...found, { id: 'leave-out', title: 'Leave it out', edits: [removal] }] : found
}
