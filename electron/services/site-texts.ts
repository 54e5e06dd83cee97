import { readFile as readFileByCallback } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { SiteProblem } from '../../core/jekyll/index.ts'
import type { FoundFile } from './site-files.ts'

/** One of `node:fs/promises` makes a handle for each file, which costs more than reading a post does. */
const readFile = promisify(readFileByCallback)

/** A text larger than this is not rendered, nor is data read from it. */
const largestBytes = 20_000_000

/** Endings of files that never start with front matter, so that their first bytes need no look. */
const binary =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|7z|mp[34]|m4[av]|ogg|og[av]|webm|mov|avi|wav|flac|woff2?|ttf|otf|eot|jar|exe|dmg|iso|psd|ai|key|pptx?|docx?|xlsx?|odp)$/i

interface Known {
  readonly stamp: string
  text?: string | undefined
  startsWithMarker?: boolean
}

/** Whether a file's name says that it is no text. */
export function isBinaryName(path: string): boolean {
  return binary.test(path)
}

/** Texts of files as last read, so that a file is read again only when it changed. */
export class SiteTexts {
  readonly #known = new Map<string, Known>()

  /** The text of a file; undefined, with a problem, for one that is too large, no UTF-8 or gone. */
  async read(path: string, file: FoundFile, problems: SiteProblem[]): Promise<string | undefined> {
    if (file.sizeBytes > largestBytes) {
      const megabytes = Math.round(file.sizeBytes / 1_000_000)
      problems.push({
        code: 'site.too-large',
        message: `The file has ${megabytes} MB and is left out.`,
        path: file.path,
      })
      return undefined
    }
    const known = this.#knownOf(path, file)
    if (known.text === undefined) {
      const bytes = await readFile(path).catch(() => undefined)
      known.text = bytes && decode(bytes)
    }
    if (known.text === undefined)
      problems.push({
        code: 'site.not-text',
        message: 'The file is no UTF-8 text and is left out.',
        path: file.path,
      })
    return known.text
  }

  /** Whether the first line is `---`, as Jekyll looks for it (jekyll/utils.rb, has_yaml_header?). */
  async startsWithMarker(path: string, file: FoundFile): Promise<boolean> {
    if (isBinaryName(file.path)) return false
    const known = this.#knownOf(path, file)
    known.startsWithMarker ??= await firstLineIsMarker(path)
    return known.startsWithMarker
  }

  #knownOf(path: string, file: FoundFile): Known {
    const stamp = `${file.sizeBytes} ${file.modifiedSeconds}`
    const known = this.#known.get(path)
    if (known?.stamp === stamp) return known
    const fresh: Known = { stamp }
    this.#known.set(path, fresh)
    return fresh
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function firstLineIsMarker(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return /^---\s*\r?\n/.test(buffer.toString('latin1', 0, bytesRead))
  } finally {
    await handle.close()
  }
}
