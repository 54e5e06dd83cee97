import { type RubyHash, toText } from '../ruby/index.ts'
import { asHash, configuredFolder } from './configuration.ts'
import { EntryFilter } from './entry-filter.ts'

/** What a file is to Jekyll. Whether a `file` is a page or static depends on its first line. */
export type FileRole =
  | { readonly type: 'layout' | 'include' | 'data' | 'sass'; readonly name: string }
  | { readonly type: 'post' | 'draft' }
  | { readonly type: 'document'; readonly collection: string }
  | { readonly type: 'file' }

/** Says what each path of a site is; undefined for what Jekyll passes over. */
export class FileClassifier {
  readonly #filter: EntryFilter
  readonly #layouts: string
  readonly #includes: string
  readonly #data: string
  readonly #sass: string
  readonly #collectionsFolder: string
  /** Collections by the folder they lie in, relative to the source. */
  readonly #collections: ReadonlyMap<string, string>

  constructor(configuration: RubyHash) {
    this.#filter = new EntryFilter(configuration)
    this.#layouts = configuredFolder(configuration, 'layouts_dir')
    this.#includes = configuredFolder(configuration, 'includes_dir')
    this.#data = configuredFolder(configuration, 'data_dir')
    this.#sass = toText(asHash(configuration.get('sass')).get('sass_dir')) || '_sass'
    this.#collectionsFolder = configuredFolder(configuration, 'collections_dir')
    const labels = [...asHash(configuration.get('collections')).keys()].map(label =>
      sanitizeLabel(toText(label)),
    )
    this.#collections = new Map(
      labels
        .filter(label => label !== 'posts' && label !== 'data')
        .map(label => [join(this.#collectionsFolder, `_${label}`), label]),
    )
  }

  classify(path: string): FileRole | undefined {
    const layout = below(this.#layouts, path)
    if (layout !== undefined) return this.#classifyLayout(layout)
    const include = below(this.#includes, path)
    if (include !== undefined) return { type: 'include', name: include }
    const data = below(this.#data, path)
    if (data !== undefined)
      return /\.(?:ya?ml|json|csv|tsv)$/.test(data) ? { type: 'data', name: data } : undefined
    const sass = below(this.#sass, path)
    if (sass !== undefined) return { type: 'sass', name: sass }
    return this.#classifyDocument(path) ?? this.#classifyPost(path) ?? this.#classifyFile(path)
  }

  #classifyLayout(name: string): FileRole | undefined {
    const file = name.slice(name.lastIndexOf('/') + 1)
    if (!file.includes('.') || file.startsWith('.') || !this.#filter.admits('', name, false)) return undefined
    return { type: 'layout', name: name.replace(/\.[^./]*$/, '') }
  }

  #classifyDocument(path: string): FileRole | undefined {
    for (const [folder, collection] of this.#collections) {
      const entry = below(folder, path)
      if (entry === undefined) continue
      return this.#filter.admits(`_${collection}`, entry, false)
        ? { type: 'document', collection }
        : undefined
    }
    return undefined
  }

  #classifyPost(path: string): FileRole | undefined {
    const parts = path.split('/')
    const at = parts.findIndex(part => part === '_posts' || part === '_drafts')
    if (at === -1 || at === parts.length - 1) return undefined
    const folder = parts.slice(0, at).join('/')
    if (!this.#entersFolder(folder)) return undefined
    if (this.#collectionsFolder !== '' && below(this.#collectionsFolder, `${folder}/`) === undefined)
      return undefined
    const entry = parts.slice(at + 1).join('/')
    if (!this.#filter.admits(join(folder, parts[at]!), entry, false)) return undefined
    if (parts.slice(at + 1).some(part => part.startsWith('.'))) return undefined
    return { type: parts[at] === '_posts' ? 'post' : 'draft' }
  }

  #classifyFile(path: string): FileRole | undefined {
    const slash = path.lastIndexOf('/')
    const folder = slash === -1 ? '' : path.slice(0, slash)
    if (!this.#entersFolder(folder)) return undefined
    return this.#filter.admits(folder, path.slice(slash + 1), false) ? { type: 'file' } : undefined
  }

  /** Whether every folder on the way is read. */
  #entersFolder(folder: string): boolean {
    const parts = folder === '' ? [] : folder.split('/')
    return parts.every((part, index) => this.#filter.admits(parts.slice(0, index).join('/'), part, true))
  }
}

export function sanitizeLabel(label: string): string {
  return label.replace(/[^a-z0-9_\-.]/gi, '')
}

function below(folder: string, path: string): string | undefined {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
}

function join(folder: string, entry: string): string {
  return folder === '' ? entry : `${folder}/${entry}`
}
