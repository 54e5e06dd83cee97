import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { NoTarArchive, readTar } from '../../../electron/services/tar-archive.ts'
import { type TarEntry, recordOf, tarOf } from '../../support/tar.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** In chunks of a size that fits nothing in the format. */
function* inPieces(bytes: Buffer, pieceBytes = 333): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function filesOf(bytes: Buffer, wants = (_path: string, _size: number) => true) {
  const files: Record<string, string> = {}
  const comments: string[] = []
  const source = Readable.from(inPieces(bytes))
  for await (const file of readTar(source, { wants, onComment: comment => void comments.push(comment) }))
    files[file.path] = file.bytes.toString('utf8')
  return { files, comments }
}

const long = `theme/${'deep/'.repeat(40)}page.html`

describe('files of an archive', () => {
  test('come with their names and bytes; links, folders and devices are passed over', async () => {
    const entries: TarEntry[] = [
      { path: 'head', type: 'g', content: recordOf('comment', 'abc') },
      { path: 'theme/', type: '5' },
      { path: 'theme/a.html', content: 'a'.repeat(512) },
      { path: 'theme/empty', content: '' },
      { path: 'theme/out', type: '2', linkTo: '/etc/passwd' },
      { path: 'theme/hard', type: '1', linkTo: 'theme/a.html' },
      { path: 'theme/tty', type: '3' },
      { path: 'x', type: 'x', content: recordOf('path', long) },
      { path: 'cut', content: 'long' },
      { path: '././@LongLink', type: 'L', content: `${long}.2\0` },
      { path: 'cut', content: 'gnu' },
      { path: 'theme/last', content: 'é' },
    ]
    expect(await filesOf(tarOf(entries))).toEqual({
      files: {
        'theme/a.html': 'a'.repeat(512),
        'theme/empty': '',
        [long]: 'long',
        [`${long}.2`]: 'gnu',
        'theme/last': 'é',
      },
      comments: ['abc'],
    })
  })

  test('that nobody wants are passed over, whatever their size', async () => {
    const asked: [string, number][] = []
    const bytes = tarOf([
      { path: 'big', content: Buffer.alloc(100_000) },
      { path: 'small', content: 'yes' },
    ])
    const { files } = await filesOf(bytes, (path, size) => {
      asked.push([path, size])
      return size < 10
    })
    expect(files).toEqual({ small: 'yes' })
    expect(asked).toEqual([
      ['big', 100_000],
      ['small', 3],
    ])
  })

  test('are those that the system’s own program put in', async () => {
    const folder = temporaryFolder('tar')
    const name = 'n'.repeat(95)
    mkdirSync(join(folder, 'theme', name), { recursive: true })
    writeFileSync(join(folder, 'theme', name, 'page.html'), 'long name')
    writeFileSync(join(folder, 'theme', 'short.html'), 'short name')
    for (const format of ['pax', 'gnu', 'ustar']) {
      const bytes = execFileSync('tar', ['-C', folder, `--format=${format}`, '-cf', '-', 'theme'])
      expect((await filesOf(bytes)).files).toEqual({
        [`theme/${name}/page.html`]: 'long name',
        'theme/short.html': 'short name',
      })
    }
  })
})

describe('no archive', () => {
  const good = tarOf([{ path: 'theme/a', content: 'a'.repeat(2_000) }])
  const broken: readonly (readonly [string, Buffer])[] = [
    ['is a page of HTML', Buffer.from('<!DOCTYPE html><title>Log in</title>'.padEnd(2_048))],
    ['ends in a header', good.subarray(0, 300)],
    ['ends in a file', good.subarray(0, 1_500)],
    ['ends without its end', good.subarray(0, good.length - 1_024)],
    ['is empty', Buffer.alloc(0)],
    ['has a damaged header', tarOf([{ path: 'a', checksumField: '000000\0 ' }])],
    ['has a size beyond octal', tarOf([{ path: 'a', sizeField: '\x80\0\0\0\0\0\0\0\xFF\xFF\xFF' }])],
    ['has a negative size', tarOf([{ path: 'a', sizeField: '-0000000001\0' }])],
    ['says more than is there', tarOf([{ path: 'a', sizeField: '77777777777\0' }])],
    ['has a record without end', tarOf([{ path: 'x', type: 'x', content: '999999 path=a\n' }])],
    ['has a record of no length', tarOf([{ path: 'x', type: 'x', content: '0 path=a\n' }])],
    ['has a record that is none', tarOf([{ path: 'x', type: 'x', content: 'words' }])],
    ['has a negative size in a record', tarOf([{ path: 'x', type: 'x', content: recordOf('size', '-5') }])],
    ['has an endless name', tarOf([{ path: 'L', type: 'L', content: 'n'.repeat(100_000) }])],
  ]
  test.each(broken)('%s', async (_, bytes) => {
    await expect(filesOf(bytes)).rejects.toBeInstanceOf(NoTarArchive)
  })
})
