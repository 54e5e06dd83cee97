import { join } from 'node:path'
import { type HostApi, type HostEvents, type HostInfo } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { embedFrameSources } from '../../core/post/index.ts'
import { type Announcements, createAnnouncements } from '../announcements.ts'
import { createHostApi } from '../create-host-api.ts'
import { type Services, createServices } from '../create-services.ts'
import { type Places, findPlaces } from '../places.ts'
import type { Network } from '../services/checked-request.ts'
import { keepHeapLean } from '../services/lean-heap.ts'
import { sweepOwnLeftovers } from '../services/own-leftovers.ts'
import { type PreviewServer, startPreviewServer } from '../services/preview-server.ts'
import { publicationOf } from '../services/site-publication.ts'
import { diskFileSystem } from '../services/file-system.ts'
import { createStyleCache } from '../services/style-cache.ts'
import { createSiteSheets } from '../services/site-sheets.ts'
import type { Shell } from '../shell.ts'

export interface BackendOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder to open first. */
  readonly folder?: string
  /** The internet, unless a test puts something in its place. */
  readonly network?: Network
  /** Who may frame the preview, as CSP sources; asked for each request, as a port is known late. */
  readonly appSource: () => string
  readonly createShell: (announce: Announcements['announce']) => Shell
}

/** All that stands behind the page, the same for every host. */
export interface Backend {
  readonly api: HostApi
  readonly events: HostEvents
  readonly services: Services
  readonly places: Places
  readonly preview: PreviewServer
  readonly report: (error: unknown) => void
  close(): Promise<void>
}

/** When the window has opened, and the post with it. */
const sweepAfterMs = 30_000

export async function startBackend(options: BackendOptions): Promise<Backend> {
  keepHeapLean()
  const places = findPlaces(options.env)
  const { announce, events } = createAnnouncements()
  const services = createServices({
    places,
    env: options.env,
    announce,
    ...(options.folder !== undefined && { folder: options.folder }),
    ...(options.network && { network: options.network }),
  })
  // Refusals are for the writer, who reads them in the page; everything else is a fault of ours.
  const report = (error: unknown): void => {
    if (!(error instanceof LecternError)) services.log.note('an operation failed', error)
  }
  const lastRead = async () => (await services.session.open()).site.lastRead()
  const sheets = createSiteSheets(lastRead, createStyleCache(diskFileSystem, join(places.dataDir, 'styles')))
  const preview = await startPreviewServer({
    pageFolder: places.pageFolder,
    siteFolder: () => services.session.openSite(),
    siteSheet: sheets.read,
    publication: async () => publicationOf(await lastRead()),
    appSource: options.appSource,
    frameSources: embedFrameSources,
    report,
  })
  // The page asks for the folder at once; what fails now is told to it then.
  services.session.open().catch(() => undefined)
  const sweeping = setTimeout(() => {
    const { configDir, dataDir } = places
    const { log } = services
    sweepOwnLeftovers([configDir, dataDir], { disk: diskFileSystem, log, now: () => new Date() }).catch(
      report,
    )
  }, sweepAfterMs).unref()
  const api = createHostApi(services, options.createShell(announce), {
    platform: platformName(process.platform),
    version: places.version,
    previewUrl: preview.previewUrl,
    remotePreviewUrl: preview.remotePreviewUrl,
  })
  return {
    api,
    events,
    services,
    places,
    preview,
    report,
    close: async () => {
      clearTimeout(sweeping)
      await Promise.all([preview.close(), services.close()])
    },
  }
}

function platformName(platform: NodeJS.Platform): HostInfo['platform'] {
  if (platform === 'darwin') return 'mac'
  return platform === 'win32' ? 'windows' : 'linux'
}
