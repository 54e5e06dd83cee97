import { hash } from 'node:crypto'
import { basename } from 'node:path'

/** A file name that stands for a folder among Lectern's own data: readable, and different for each folder. */
export function folderKey(folder: string): string {
  const name = basename(folder)
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 40)
  return `${name || 'folder'}-${hash('sha256', folder, 'hex').slice(0, 12)}`
}
