import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Texts to mutate: our corpus, and where they are at hand, real posts and kramdown's own cases. */
export function readParents(): readonly string[] {
  const corpus = filesUnder(join(root, 'tests/corpus/kramdown'), '.md').map(read)
  const shared = resolve(root, '../shared/corpora')
  if (!existsSync(shared)) return corpus
  const cases = ['kramdown-2.4.0', 'kramdown-gfm'].flatMap(name => filesUnder(join(shared, name), '.text'))
  const posts = filesUnder(join(shared, 'blogs'), '.md').concat(
    filesUnder(join(shared, 'blogs'), '.markdown'),
  )
  return [
    ...corpus,
    ...cases.map(read),
    ...posts.map(file => read(file).replace(/^\uFEFF?---\s*\n[^]*?\n---\s*\n/, '')),
  ].filter(text => text.trim() !== '')
}

function filesUnder(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(extension))
    .toSorted()
    .map(file => join(folder, file))
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
