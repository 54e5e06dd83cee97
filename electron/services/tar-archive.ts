/**
 * Files of a tar archive as they stream by — POSIX pax format, with GNU's long names.
 *
 *     header (512 bytes) │ content, filled up to 512 │ header │ … │ two blocks of zeros
 *
 *     0 name · 124 size, octal · 148 checksum, octal · 156 type · 257 "ustar" · 345 prefix of the name
 *
 * Only plain files are given; links, devices and what this reader does not know are passed over, and nothing is
 * written anywhere. An archive is not trusted: what a header says is checked, and every size has a limit.
 */
import { type ByteReader, createByteReader } from './byte-reader.ts'

export interface TarFile {
  /** As the archive has it: to be checked before it names a place on the disk. */
  readonly path: string
  readonly bytes: Buffer
}

export interface TarOptions {
  /** Files this says no to are passed over without being held in memory. */
  readonly wants: (path: string, sizeBytes: number) => boolean
  /** The comment of the archive as a whole: where git writes the commit it was made of. */
  readonly onComment?: (comment: string) => void
}

/** What is read is no tar archive, or ends before it is over. */
export class NoTarArchive extends Error {}

const blockBytes = 512
/** Long names and comments; nobody needs more. */
const mostDetailBytes = 64 * 1024

export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  options: TarOptions,
): AsyncGenerator<TarFile> {
  const reader = createByteReader(source)
  /** What records before a header say of it. */
  let details: Details = {}
  for (;;) {
    const block = await reader.take(blockBytes)
    if (!block) throw new NoTarArchive('the archive ends before it is over')
    if (block.every(byte => byte === 0)) return drain(reader)
    const header = readHeader(block)
    const sizeBytes = details.sizeBytes ?? header.sizeBytes
    const fillBytes = (blockBytes - (sizeBytes % blockBytes)) % blockBytes
    const path = details.path ?? header.path
    const isDetail = 'xgL'.includes(header.type)
    const isWanted = isFile(header.type, path) && options.wants(path, sizeBytes)
    if (isDetail && sizeBytes > mostDetailBytes) throw new NoTarArchive('a record is too long')
    const content = isDetail || isWanted ? await reader.take(sizeBytes) : undefined
    const passed = content ? await reader.skip(fillBytes) : await reader.skip(sizeBytes + fillBytes)
    if (!passed) throw new NoTarArchive('the archive ends before it is over')
    if (!isDetail) details = {}
    if (!content) continue
    if (header.type === 'L') details = { ...details, path: textOf(content) }
    else if (header.type === 'x') details = { ...details, ...readRecords(content) }
    else if (header.type === 'g') options.onComment?.(readRecords(content).comment ?? '')
    else yield { path, bytes: content }
  }
}

/** What follows the end fills the last record of a tape; whoever sends it waits until it is taken. */
async function drain(reader: ByteReader): Promise<void> {
  while (await reader.skip(blockBytes));
}

interface Header {
  readonly path: string
  readonly sizeBytes: number
  /** One character. */
  readonly type: string
}

interface Details {
  readonly path?: string
  readonly sizeBytes?: number
  readonly comment?: string
}

function readHeader(block: Buffer): Header {
  if (readOctal(block, 148, 8) !== checksum(block)) throw new NoTarArchive('a header is damaged')
  const sizeBytes = readOctal(block, 124, 12)
  if (sizeBytes === undefined) throw new NoTarArchive('a size cannot be read')
  const name = textOf(block.subarray(0, 100))
  const isUstar = block.toString('latin1', 257, 262) === 'ustar'
  const prefix = isUstar ? textOf(block.subarray(345, 500)) : ''
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    sizeBytes,
    type: String.fromCharCode(block[156]!),
  }
}

/** The sum of all bytes, those of the checksum itself taken as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

/** Undefined where there are no octal digits, as in the binary sizes of files beyond 8 GB. */
function readOctal(block: Buffer, from: number, length: number): number | undefined {
  const digits = /^[ \0]*([0-7]+)[ \0]*$/.exec(block.toString('latin1', from, from + length))?.[1]
  return digits === undefined ? undefined : Number.parseInt(digits, 8)
}

/** `0`, its old form NUL, and `7`; old archives mark folders by the slash at the end of their names alone. */
function isFile(type: string, path: string): boolean {
  return '0\x007'.includes(type) && !path.endsWith('/')
}

/** Up to the first NUL. */
function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end)
}

/** `20 path=a/long/name\n`, one after the other; the number is the length of the whole record. */
function readRecords(bytes: Buffer): Details {
  const values = new Map<string, string>()
  for (let at = 0; at < bytes.length;) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 8), 10)
    const record = bytes.toString('utf8', at, at + length)
    const found = /^\d+ ([^=]+)=([\s\S]*)\n$/.exec(record)
    if (!found || at + length > bytes.length) throw new NoTarArchive('a record cannot be read')
    values.set(found[1]!, found[2]!)
    at += length
  }
  const path = values.get('path')
  const size = values.get('size')
  const comment = values.get('comment')
  if (size !== undefined && !/^\d{1,15}$/.test(size)) throw new NoTarArchive('a size cannot be read')
  return {
    ...(path !== undefined && { path }),
    ...(size !== undefined && { sizeBytes: Number(size) }),
    ...(comment !== undefined && { comment }),
  }
}
