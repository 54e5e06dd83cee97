import { type RubyHash, type RubyValue, type Zone, isArray, isHash, toText } from '../ruby/index.ts'
import { readJson, readSiteYaml, readYaml } from '../yaml/index.ts'
import { asHash } from './configuration.ts'
import { readCsv } from './csv.ts'
import type { SiteProblem } from './site.ts'

export interface DataFile {
  /** Below the data folder. */
  readonly name: string
  /** In the site. */
  readonly path: string
  readonly text: string
}

/** Order in which Jekyll reads files of one folder; of two with one key, the later stays. */
const extensionOrder = ['yaml', 'yml', 'json', 'csv', 'tsv']

/**
 * `site.data`: files by name, folders as hashes (jekyll/readers/data_reader.rb). A file that cannot be read is nil and a
 * problem, where Jekyll's build stops.
 */
export function readData(
  files: readonly DataFile[],
  configuration: RubyHash,
  zone: Zone,
  problems: SiteProblem[],
): RubyHash {
  const data: RubyHash = new Map()
  for (const file of files.toSorted(inReadingOrder)) {
    const folders = file.name.split('/')
    const name = folders.pop()!
    const key = sanitizeFileName(name.replace(/\.[^.]*$/, ''))
    folderAt(data, folders).set(key, readFile(file, configuration, zone, problems))
  }
  return data
}

function inReadingOrder(left: DataFile, right: DataFile): number {
  const extension = (file: DataFile): number =>
    extensionOrder.indexOf(file.name.slice(file.name.lastIndexOf('.') + 1))
  return extension(left) - extension(right) || (left.name < right.name ? -1 : 1)
}

function folderAt(data: RubyHash, folders: readonly string[]): RubyHash {
  let current = data
  for (const folder of folders) {
    const key = sanitizeFileName(folder)
    const known = current.get(key)
    const next: RubyHash = isHash(known) ? known : new Map()
    current.set(key, next)
    current = next
  }
  return current
}

function sanitizeFileName(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/gm, '').replace(/\s+/g, '_')
}

function readFile(file: DataFile, configuration: RubyHash, zone: Zone, problems: SiteProblem[]): RubyValue {
  if (file.name.endsWith('.csv'))
    return readRows(file, ',', asHash(configuration.get('csv_reader')), problems)
  if (file.name.endsWith('.tsv'))
    return readRows(file, '\t', asHash(configuration.get('tsv_reader')), problems)
  const quick = file.name.endsWith('.json') ? readJson(file.text, zone) : undefined
  if (quick) return quick.value
  const { value, problems: found } = readSiteYaml(file.text, zone)
  for (const { message, line } of found)
    problems.push({ code: 'data.unreadable', message, path: file.path, line })
  return value
}

function readRows(file: DataFile, separator: string, options: RubyHash, problems: SiteProblem[]): RubyValue {
  const rows = readCsv(file.text.replace(/^\uFEFF/, ''), separator)
  if (!rows) {
    problems.push({
      code: 'data.unreadable',
      message: 'The quotes of this table do not match',
      path: file.path,
    })
    return null
  }
  const converters = options.get('csv_converters')
  const convert = isArray(converters) ? converters.map(toText) : []
  const values = rows.map(row => row.map(field => convertField(field, convert)))
  if (options.get('headers') === false) return values
  const [headers = [], ...records] = values
  return records.map(record => {
    const hash: RubyHash = new Map()
    for (let column = 0; column < Math.max(headers.length, record.length); column++) {
      const header = rows[0]?.[column] ?? null
      if (!hash.has(header)) hash.set(header, record[column] ?? null)
    }
    return hash
  })
}

function convertField(field: string | null, converters: readonly string[]): RubyValue {
  if (field === null) return null
  const numeric = converters.some(converter => ['integer', 'float', 'numeric', 'all'].includes(converter))
  return numeric && /^-?\d+(?:\.\d+)?$/.test(field) ? (readYaml(field).value as RubyValue) : field
}
