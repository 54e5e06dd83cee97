import { type FileReference, candidatePaths, findFileReferences } from '../../used-files.ts'
import type { TextEdit } from '../../../text/index.ts'
import { nearest } from '../nearest.ts'
import { type Fix, type PreflightPost, type PreflightRule, type PreflightSite, lineAt } from '../rule.ts'

/** A picture, PDF or film the post shows that is not in the site, or not at the address the page would ask for. */
export const missingFile: PreflightRule = {
  code: 'missing-file',
  check(post, site) {
    return findFileReferences(post.source).flatMap(reference => {
      if (isServed(reference, post, site)) return []
      const there = whereItLies(reference, post, site)
      const what = reference.image ? 'picture' : 'file'
      return [
        {
          severity: 'warning',
          message:
            there === undefined
              ? `The ${what} ${reference.address} is not in the site.`
              : `The page would not find the ${what} ${reference.address}; the site has it at /${there}.`,
          line: lineAt(post.source, reference.from),
          about: reference.address,
          fixes: fixes(reference, post, site, there),
        },
      ]
    })
  },
}

/** A browser asks for it below the page's own address; from the root it is the file of that path. */
function isServed(reference: FileReference, { rendered }: PreflightPost, site: PreflightSite): boolean {
  const address = decode(reference.address)
  const path = reference.fromRoot ? address : `${(rendered?.url ?? '/').replace(/[^/]*$/, '')}${address}`
  const parts = withoutBaseurl(path, site.baseurl)
    .split('/')
    .filter(part => part !== '' && part !== '.')
  const resolved = parts.reduce<string[]>(
    (above, part) => (part === '..' ? above.slice(0, -1) : [...above, part]),
    [],
  )
  return site.files.has(resolved.join('/')) || site.paths.has(`/${resolved.join('/')}`)
}

function withoutBaseurl(path: string, baseurl: string): string {
  return baseurl !== '' && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path
}

function whereItLies(
  reference: FileReference,
  { path }: PreflightPost,
  { files }: PreflightSite,
): string | undefined {
  const folder = path.split('/').slice(0, -1).join('/')
  const beside = candidatePaths(reference, folder).find(
    candidate => files.has(candidate) && isWritten(candidate),
  )
  if (beside !== undefined) return beside
  const name = decode(reference.address).split('/').at(-1)!
  const same = [...files].filter(
    file => isWritten(file) && file.split('/').at(-1)!.toLowerCase() === name.toLowerCase(),
  )
  if (same.length === 1) return same[0]
  const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase()
  const names = new Map([...files].filter(isWritten).map(file => [file.split('/').at(-1)!, file]))
  const near = nearest(
    name,
    [...names.keys()].filter(each => ending !== undefined && each.toLowerCase().endsWith(ending)),
  )
  return near === undefined ? undefined : names.get(near)
}

/** Jekyll does not copy what lies in folders of an underscore or a dot. */
function isWritten(path: string): boolean {
  return !path.split('/').some(part => /^[._]/.test(part))
}

function fixes(
  reference: FileReference,
  { source }: PreflightPost,
  site: PreflightSite,
  there: string | undefined,
): Fix[] {
  const { from, to } = reference
  const address = there?.split('/').map(encodeURIComponent).join('/')
  const insert = `${site.baseurl === '' ? '' : '{{ site.baseurl }}'}/${address}`
  const found: Fix[] =
    address === undefined
      ? []
      : [{ id: 'right-address', title: `Use /${there}`, edits: [{ from, to, insert }] }]
  const removal = withoutReference(source, reference)
  return removal ? [...found, { id: 'leave-out', title: 'Leave it out', edits: [removal] }] : found
}

/** `![words](address)` goes, `[words](address)` becomes its words, a tag goes whole. */
export function withoutReference(
  source: string,
  { from, to }: { from: number; to: number },
): TextEdit | undefined {
  const before = source.slice(0, from)
  const after = source.slice(to)
  const opened = /(!?)\[([^\]\n]*)\]\(\s*<?$/.exec(before)
  const closed = /^>?(?:\s+["'(][^\n]*?["')])?\s*\)/.exec(after)
  if (opened && closed)
    return {
      from: from - opened[0].length,
      to: to + closed[0].length,
      insert: opened[1] === '!' ? '' : opened[2]!,
    }
  const tag = /<(?:img|source|embed)\b[^<>]*$/i.exec(before)
  const end = /^[^<>]*>/.exec(after)
  return tag && end ? { from: from - tag[0].length, to: to + end[0].length, insert: '' } : undefined
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // A lone `%` is a character of the name.
  }
}
