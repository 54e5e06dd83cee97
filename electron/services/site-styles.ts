import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import sass from '../../node_modules/sass/package.json' with { type: 'json' }
import { type RenderProblem, type Site, renderDocument } from '../../core/jekyll/index.ts'
import type { StyleCache } from './style-cache.ts'
import type { StyleAnswer, StyleTask } from './site-styles-worker.ts'

export interface CompiledStyle {
  /** Undefined where it could not be compiled. */
  readonly css: string | undefined
  readonly problems: readonly RenderProblem[]
}

export interface StyleOptions {
  /** Where the worker's program lies; where the build puts it, if left out. */
  readonly worker?: URL
  readonly timeoutMs?: number
  /** Sheets compiled before. */
  readonly cache?: StyleCache | undefined
  /** The text of a sheet that is not in the site but in its theme. */
  readonly source?: string
}

/** Style sheets larger than this, all together, are not compiled. */
const largestBytes = 5_000_000

/**
 * A page in Sass as Jekyll writes it: Liquid first, then Sass with the imports of `sass_dir` and of the theme, in a
 * worker that is ended when it takes too long. Nothing outside of these folders can be imported.
 */
export async function compileSiteStyle(
  site: Site,
  path: string,
  options: StyleOptions = {},
): Promise<CompiledStyle> {
  const rendered = renderDocument(site, {
    path,
    ...(options.source !== undefined && { source: options.source }),
  })
  if (!rendered || rendered.contentHtml === null)
    return { css: undefined, problems: rendered?.problems ?? [] }
  const folders = [await siteImports(site), themeImports(site)]
  const sizeBytes = folders.reduce((sum, folder) => sum + totalLength(folder), rendered.contentHtml.length)
  if (sizeBytes > largestBytes)
    return failed(
      'style.too-large',
      `The style sheets have ${Math.round(sizeBytes / 1_000_000)} MB and are not compiled.`,
    )
  const task: StyleTask = {
    source: rendered.contentHtml,
    syntax: path.endsWith('.sass') ? 'indented' : 'scss',
    style: wantsCompressed(site) ? 'compressed' : 'expanded',
    folders,
  }
  // Another Sass may compile the same to something else.
  const known = JSON.stringify({ sass: sass.version, ...task })
  const before = await options.cache?.read(known)
  if (before !== undefined) return { css: before, problems: rendered.problems }
  const answer = await ask(task, options)
  if (answer === undefined)
    return failed('style.endless', 'Compiling this style sheet took too long and was ended.')
  if ('error' in answer) return failed('style.error', answer.error, answer.line)
  await options.cache?.write(known, answer.css)
  return { css: answer.css, problems: rendered.problems }
}

function failed(code: string, message: string, line = 1): CompiledStyle {
  return { css: undefined, problems: [{ code, message, line }] }
}

function sassOption(site: Site, key: string): unknown {
  const options = site.settings.configuration.get('sass')
  return options instanceof Map ? options.get(key) : undefined
}

function wantsCompressed(site: Site): boolean {
  return String(sassOption(site, 'style') ?? '').replace(/^:/, '') === 'compressed'
}

async function siteImports(site: Site): Promise<Record<string, string>> {
  const configured = sassOption(site, 'sass_dir')
  const folder = `${typeof configured === 'string' ? configured.replace(/^(?:\.?\/)+|\/+$/g, '') : '_sass'}/`
  const imports: Record<string, string> = {}
  // The snapshot names only files inside of the site, so these can be read.
  for (const file of site.snapshot.files)
    if (file.path.startsWith(folder) && file.sizeBytes <= largestBytes)
      imports[file.path.slice(folder.length)] = await readFile(
        join(site.snapshot.source, file.path),
        'utf8',
      ).catch(() => '')
  return imports
}

function themeImports(site: Site): Record<string, string> {
  const files = site.snapshot.theme?.files ?? []
  const sheets = files.filter(file => file.path.startsWith('_sass/') && file.text !== undefined)
  return Object.fromEntries(sheets.map(file => [file.path.slice('_sass/'.length), file.text!]))
}

function totalLength(folder: Readonly<Record<string, string>>): number {
  return Object.values(folder).reduce((sum, text) => sum + text.length, 0)
}

/** The worker's answer; undefined where it took too long. */
function ask(task: StyleTask, options: StyleOptions): Promise<StyleAnswer | undefined> {
  const program = options.worker ?? programFile()
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const timer = setTimeout(() => {
      void worker.terminate()
      resolve(undefined)
    }, options.timeoutMs ?? 10_000)
    const settle = (): void => clearTimeout(timer)
    worker.once('message', (answer: StyleAnswer) => {
      settle()
      resolve(answer)
    })
    worker.once('error', error => {
      settle()
      reject(error)
    })
  })
}

function programFile(): URL {
  const places = ['./site-styles-worker.ts', './site-styles-worker.mjs', '../site-styles-worker.mjs']
  const found = places
    .map(place => new URL(place, import.meta.url))
    .find(url => existsSync(fileURLToPath(url)))
  if (!found) throw new Error('the worker for style sheets is missing from the built program')
  return found
}
