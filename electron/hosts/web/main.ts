import { type Backend, type BackendOptions, startBackend } from '../backend.ts'
import { type WebServer, startWebServer } from './server.ts'
import { createWebShell } from './shell.ts'

export interface WebHostOptions extends Pick<BackendOptions, 'network'> {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder to open first. */
  readonly folder?: string
  /** 0, the default, takes a free one. */
  readonly port?: number
}

export interface WebHost
  extends
    Pick<Backend, 'services' | 'places'>,
    Pick<WebServer, 'url' | 'origin' | 'token' | 'launchUrl' | 'isShown'> {
  close(): Promise<void>
}

/** The whole app behind one address on 127.0.0.1. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  let server: WebServer | undefined
  const backend = await startBackend({
    ...options,
    appSource: () => sourcesOf(server),
    createShell: createWebShell,
  })
  server = await startWebServer({
    api: backend.api,
    events: backend.events,
    pageFolder: backend.places.pageFolder,
    previewOrigin: backend.preview.origin,
    port: options.port ?? 0,
    report: backend.report,
  }).catch(async (error: unknown) => {
    await backend.close()
    throw error
  })
  const { url, origin, token, launchUrl, isShown } = server
  return {
    url,
    origin,
    token,
    launchUrl,
    isShown,
    services: backend.services,
    places: backend.places,
    close: async () => {
      // The last words of a page need the folder they are about.
      await server.close()
      await backend.close()
    },
  }
}

/** The page answers to both names of the machine. */
function sourcesOf(server: WebServer | undefined): string {
  return server ? `${server.origin} ${server.origin.replace('127.0.0.1', 'localhost')}` : "'none'"
}
