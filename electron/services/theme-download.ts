import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { LecternError } from '../../core/errors.ts'
import { type RemoteTheme, remoteThemeTitle } from '../../core/jekyll/index.ts'
import { type Network, type RequestFailure, failureOf, openChecked } from './checked-request.ts'
import { ask } from './embed-lookup-request.ts'
import { systemCode } from './disk-errors.ts'
import type { ThemeParts } from './fetched-themes.ts'
import { NoTarArchive, readTar } from './tar-archive.ts'

export interface DownloadLimits {
  /** Of the archive as it comes. */
  readonly archiveBytes: number
  /** Of the archive unpacked, with what is not kept of it. */
  readonly unpackedBytes: number
  readonly keptBytes: number
  readonly keptFiles: number
  /** Without a byte coming. */
  readonly silentMs: number
  readonly totalMs: number
}

const megabyte = 1_000_000

export const usualLimits: DownloadLimits = {
  archiveBytes: 100 * megabyte,
  unpackedBytes: 1_000 * megabyte,
  keptBytes: 60 * megabyte,
  keptFiles: 5_000,
  silentMs: 15_000,
  totalMs: 300_000,
}

export interface DownloadOptions {
  readonly network: Network
  /** The writer gives up. */
  readonly signal: AbortSignal
  readonly onProgress: (receivedBytes: number) => void
  readonly limits?: DownloadLimits
}

/**
 * Fetches the archive of a theme from its GitHub and takes out of it what Jekyll uses of a theme, into memory.
 *
 * @throws LecternError 'theme.…', with nothing kept
 */
export async function downloadTheme(theme: RemoteTheme, options: DownloadOptions): Promise<ThemeParts> {
  const title = remoteThemeTitle(theme)
  const { network, signal, limits = usualLimits } = options
  const silence = createSilence(limits.silentMs)
  const over = AbortSignal.any([signal, silence.signal, AbortSignal.timeout(limits.totalMs)])
  try {
    const ref = theme.ref === 'latest' ? await newestRelease(network, theme) : theme.ref
    const opened = await openChecked(network, archiveAddress(theme, ref), 'application/gzip', over)
    if (!opened.ok) throw refusal(opened, theme)
    const parts = await unpack(opened.response, over, { ...options, limits }, silence.heard)
    if (parts.files.size === 0) throw new LecternError('theme.empty', [title])
    return parts
  } catch (error) {
    if (signal.aborted) throw new LecternError('theme.cancelled')
    throw error instanceof LecternError ? error : failure(error, over, theme)
  } finally {
    silence.end()
  }
}

/** GitHub's own place for archives, which the plugin asks too (lib/jekyll-remote-theme/downloader.rb). */
function archiveAddress({ host, owner, name }: RemoteTheme, ref: string): string {
  return `https://codeload.${host}/${owner}/${name}/tar.gz/${ref}`
}

/** The tag of the newest release; where there is none, the plugin takes the newest state. */
async function newestRelease(network: Network, { host, owner, name }: RemoteTheme): Promise<string> {
  const api = host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`
  const answer = await ask(network, `${api}/repos/${owner}/${name}/releases/latest`, { accept: 'json' })
  const tag = answer.ok
    ? /"tag_name"\s*:\s*"([\w.+@/-]+)"/.exec(answer.body.toString('utf8'))?.[1]
    : undefined
  return tag ?? 'HEAD'
}

async function unpack(
  response: IncomingMessage,
  signal: AbortSignal,
  { limits, onProgress }: { readonly limits: DownloadLimits } & Pick<DownloadOptions, 'onProgress'>,
  heard: () => void,
): Promise<ThemeParts> {
  const files = new Map<string, Buffer>()
  let commit: string | undefined
  let keptBytes = 0

  function wants(path: string, sizeBytes: number): boolean {
    if (partPath(path) === undefined) return false
    keptBytes += sizeBytes
    if (keptBytes > limits.keptBytes || files.size >= limits.keptFiles) throw new TooLarge()
    return true
  }

  function onComment(comment: string): void {
    if (/^[0-9a-f]{40}$/.test(comment)) commit = comment
  }

  const received = limited(limits.archiveBytes, bytes => {
    heard()
    onProgress(bytes)
  })
  await pipeline(
    response,
    received,
    createGunzip(),
    limited(limits.unpackedBytes, heard),
    async (unpacked: AsyncIterable<Buffer>) => {
      for await (const { path, bytes } of readTar(unpacked, { wants, onComment }))
        files.set(partPath(path)!, bytes)
    },
    { signal },
  )
  return { files, ...(commit !== undefined && { commit }) }
}

class TooLarge extends Error {}

/** Passes chunks on until they are too many. */
function limited(
  mostBytes: number,
  tell: (soFarBytes: number) => void,
): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (chunks) {
    let soFarBytes = 0
    for await (const chunk of chunks) {
      soFarBytes += chunk.length
      if (soFarBytes > mostBytes) throw new TooLarge()
      tell(soFarBytes)
      yield chunk
    }
  }
}

const longestPath = 400

/**
 * Where a file of the archive belongs in the theme: below the one folder that GitHub puts all into. Undefined for what
 * Jekyll does not use of a theme, and for names that no theme has: that lead out of it, or mean something to a system.
 */
function partPath(path: string): string | undefined {
  const [, ...parts] = path.split('/')
  const inside = parts.join('/')
  if (!/^(?:_layouts|_includes|_sass|_data|assets)\//.test(inside) || inside.length > longestPath)
    return undefined
  return parts.every(isPlainName) ? inside : undefined
}

function isPlainName(name: string): boolean {
  const isForbidden = /[\\:*?"<>|]/.test(name) || [...name].some(letter => letter < ' ')
  return !isForbidden && !/^$|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)
}

/** Ends what it signals when nothing was heard for so long. */
function createSilence(silentMs: number): {
  readonly signal: AbortSignal
  readonly heard: () => void
  readonly end: () => void
} {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), silentMs)
  return { signal: controller.signal, heard: () => void timer.refresh(), end: () => clearTimeout(timer) }
}

function refusal({ problem, status }: RequestFailure, theme: RemoteTheme): LecternError {
  const title = remoteThemeTitle(theme)
  switch (problem) {
    case 'http-error':
      return status === 404
        ? new LecternError('theme.not-found', [title, theme.host])
        : new LecternError('theme.refused', [theme.host, String(status)])
    case 'forbidden-address':
    case 'too-many-redirects':
      return new LecternError('theme.led-astray', [theme.host])
    case 'timeout':
      return new LecternError('theme.timeout', [theme.host])
    case 'unreachable':
      return new LecternError('theme.unreachable', [theme.host])
  }
}

/** What went wrong while the body was read. */
function failure(error: unknown, signal: AbortSignal, theme: RemoteTheme): LecternError {
  const title = remoteThemeTitle(theme)
  if (error instanceof TooLarge) return new LecternError('theme.too-large', [title], { cause: error })
  if (error instanceof NoTarArchive || isZlibError(error))
    return new LecternError('theme.not-an-archive', [theme.host], { cause: error })
  return refusal({ ok: false, problem: failureOf(error, signal) }, theme)
}

function isZlibError(error: unknown): boolean {
  return /^Z_|^ERR_PADDING/.test(systemCode(error) ?? '')
}
