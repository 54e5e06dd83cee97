import { join, posix, relative, sep } from 'node:path'
import {
  type ExportFile,
  type ExportFinding,
  type FileContent,
  type PlannedPage,
  preflight,
} from '../../core/export/index.ts'
import type { SiteFile, SiteSnapshot } from '../../core/jekyll/index.ts'
import { readSite } from './site-reader.ts'

export interface LookOver {
  readonly urls: readonly string[]
  readonly pages: readonly PlannedPage[]
  readonly findings: readonly ExportFinding[]
}

export interface LookOverRequest {
  /** Absolute path of the repository or folder. */
  readonly root: string
  /** Absolute path of the site in it. */
  readonly site: string
  readonly files: readonly ExportFile[]
  /** How the writer named each post, by its path in the repository. */
  readonly asked: ReadonlyMap<string, string>
  readonly nowSeconds: number
}

/** Reads the site around what goes out, and looks it over: where the posts will be, and what could go wrong. */
export async function lookOver({ root, site, files, asked, nowSeconds }: LookOverRequest): Promise<LookOver> {
  const snapshot = await readSite(site, { nowSeconds })
  const prefix = relative(root, site).split(sep).join('/')
  const inSite = (path: string): string | undefined => {
    const below = posix.relative(prefix, path)
    return below.startsWith('../') ? undefined : below
  }
  const posts = files.filter(file => file.post && file.wanted !== null)
  const subjects = posts.flatMap(file => {
    const path = inSite(file.path)
    const formerPath = file.movedFrom && inSite(file.movedFrom.path)
    if (path === undefined) return []
    const called = asked.get(file.path) ?? join(root, file.path)
    return [
      {
        path,
        repoPath: file.path,
        asked: called,
        unchanged: isUnchanged(file),
        ...(formerPath === undefined ? {} : { formerPath }),
      },
    ]
  })
  const result = preflight({
    after: patched(snapshot, changes(files, inSite, 'wanted')),
    before: patched(snapshot, changes(files, inSite, 'published')),
    subjects,
    nowSeconds,
  })
  const address = addressWriter(snapshot)
  return {
    findings: result.findings,
    urls: result.pages.flatMap(page => page.url ?? []),
    pages: result.pages.flatMap(({ url, date, visible }, index) =>
      url === undefined
        ? []
        : [
            {
              path: subjects[index]!.repoPath,
              address: address(url),
              visible,
              ...(date === undefined ? {} : { date }),
            },
          ],
    ),
  }
}

function isUnchanged({ wanted, published, movedFrom }: ExportFile): boolean {
  return !movedFrom && wanted?.id === published?.id
}

/** What the files of an export hold after it, or before. */
function changes(
  files: readonly ExportFile[],
  inSite: (path: string) => string | undefined,
  which: 'wanted' | 'published',
): Map<string, FileContent | null> {
  const contents = new Map<string, FileContent | null>()
  const put = (path: string, content: FileContent | null): void => {
    const below = inSite(path)
    if (below !== undefined) contents.set(below, content)
  }
  for (const file of files) {
    put(file.path, file[which])
    if (file.movedFrom) put(file.movedFrom.path, which === 'published' ? file.movedFrom.published : null)
  }
  return contents
}

function patched(snapshot: SiteSnapshot, contents: ReadonlyMap<string, FileContent | null>): SiteSnapshot {
  const known = new Map(snapshot.files.map(file => [file.path, file]))
  const others = snapshot.files.filter(file => !contents.has(file.path))
  const changed = [...contents].flatMap(([path, content]) =>
    content ? [siteFile(path, content, known.get(path), snapshot.readAtSeconds)] : [],
  )
  return { ...snapshot, files: [...others, ...changed] }
}

function siteFile(
  path: string,
  { text }: FileContent,
  old: SiteFile | undefined,
  nowSeconds: number,
): SiteFile {
  const modifiedSeconds = old?.modifiedSeconds ?? nowSeconds
  if (text === undefined) return { path, sizeBytes: old?.sizeBytes ?? 0, modifiedSeconds }
  return {
    path,
    sizeBytes: text.length,
    modifiedSeconds,
    hasFrontMatter: /^\uFEFF?---[ \t]*\r?\n/.test(text),
    text,
  }
}

/** Addresses as readers type them, as far as the configuration tells. */
function addressWriter(snapshot: SiteSnapshot): (url: string) => string {
  const text = snapshot.configFiles.map(file => file.text ?? '').join('\n')
  const setting = (name: string): string =>
    (new RegExp(`^${name}:[ \\t]*["']?([^\\s"'#]*)`, 'm').exec(text)?.[1] ?? '').replace(/\/+$/, '')
  const before = setting('url') + setting('baseurl')
  return url => `${before}${url}`
}
