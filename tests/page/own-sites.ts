import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')

/** Sites of our own, each dressed in another way: bare, in plain CSS, in Sass below a base address, in a gem theme. */
export const ownSites: readonly string[] = [
  join(project, 'tests/corpus/blog'),
  join(project, 'assets/starter-site'),
  join(project, 'tests/corpus/dressed-site'),
  join(project, 'tests/corpus/theme-site'),
]
