import { isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { compileString } from 'sass'

/** What the worker is asked: texts are all it knows, so that nothing outside of them can be imported. */
export interface StyleTask {
  readonly source: string
  readonly syntax: 'scss' | 'indented'
  readonly style: 'expanded' | 'compressed'
  /** Style sheets by their path below a folder of imports, in the order the folders are looked through. */
  readonly folders: readonly Readonly<Record<string, string>>[]
}

export type StyleAnswer = { readonly css: string } | { readonly error: string; readonly line: number }

const root = '/'

function answer(task: StyleTask): StyleAnswer {
  try {
    const { css } = compileString(task.source, {
      syntax: task.syntax,
      style: task.style,
      logger: { warn: () => {}, debug: () => {} },
      importers: task.folders.map(folderImporter),
    })
    return { css }
  } catch (error) {
    const span = (error as { span?: { start: { line: number } } }).span
    const message = (error as { sassMessage?: string }).sassMessage ?? String(error)
    return { error: message, line: (span?.start.line ?? 0) + 1 }
  }
}

/** Finds `name`, `_name` and their index files among the texts of one folder. */
function folderImporter(folder: Readonly<Record<string, string>>) {
  return {
    canonicalize(url: string): URL | null {
      const asked = url.startsWith('file:') ? fileURLToPath(url) : join(root, url)
      if (!isAbsolute(asked)) return null
      const path = candidates(asked.slice(1)).find(candidate => Object.hasOwn(folder, candidate))
      return path === undefined ? null : pathToFileURL(join(root, path))
    },
    load(url: URL) {
      const path = fileURLToPath(url).slice(1)
      const syntax = path.endsWith('.sass') ? 'indented' : path.endsWith('.css') ? 'css' : 'scss'
      return { contents: folder[path] ?? '', syntax } as const
    },
  }
}

function candidates(path: string): string[] {
  const slash = path.lastIndexOf('/') + 1
  const partial = `${path.slice(0, slash)}_${path.slice(slash)}`
  const stems = [path, partial, `${path}/index`, `${path}/_index`]
  return stems.flatMap(stem => [stem, `${stem}.scss`, `${stem}.sass`, `${stem}.css`])
}

// The port of a worker thread has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer(workerData as StyleTask))
