import { gzipSync } from 'node:zlib'

/** An entry of an archive to be made, honest or not. */
export interface TarEntry {
  readonly path: string
  readonly content?: string | Buffer
  /** `0` a file, `5` a folder, `2` a symbolic link, `x` and `g` records, `L` a long name. */
  readonly type?: string
  readonly linkTo?: string
  /** What the header says, where that is not the truth. */
  readonly sizeField?: string
  readonly checksumField?: string
}

export function tarOf(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.map(blocksOf), Buffer.alloc(1024)])
}

/** As GitHub sends a repository: everything in one folder, the commit in a comment before it. */
export function themeArchive(files: Readonly<Record<string, string>>, commit = 'c'.repeat(40)): Buffer {
  const comment = recordOf('comment', commit)
  const entries: TarEntry[] = [
    { path: 'pax_global_header', type: 'g', content: comment },
    { path: 'harbour-theme-main/', type: '5' },
    ...Object.entries(files).map(([path, content]) => ({ path: `harbour-theme-main/${path}`, content })),
  ]
  return gzipSync(tarOf(entries))
}

/** `20 path=name\n`, its own length in front. */
export function recordOf(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = rest.length + 1
  while (`${length}${rest}`.length !== length) length = `${length}${rest}`.length
  return `${length}${rest}`
}

function blocksOf(entry: TarEntry): Buffer {
  const { path, content = '', type = '0', linkTo = '' } = entry
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(512)
  header.write(path, 0, 100)
  header.write('0000644\0', 100)
  header.write(entry.sizeField ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 12)
  header.write('        ', 148)
  header.write(type, 156)
  header.write(linkTo, 157, 100)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(entry.checksumField ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148, 8)
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
