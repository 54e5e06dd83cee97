import type { Settings, SettingsApi, SiteApi } from '../../core/contract/index.ts'
import {
  type DocumentAddress,
  type JekyllVersion,
  type RemoteTheme,
  type SiteSnapshot,
  createSite,
  documentAddresses,
  readConfiguration,
  readRemoteTheme,
  siteFacts,
} from '../../core/jekyll/index.ts'
import { readSite } from './site-reader.ts'
import { SiteTexts } from './site-texts.ts'

export interface SiteService extends SiteApi {
  /** The site as it was last read: what the preview shows. */
  lastRead(): Promise<SiteSnapshot>
  /** The theme in another repository that its configuration names now. */
  remoteTheme(): Promise<RemoteTheme | undefined>
}

export interface SiteServiceOptions {
  readonly folder: string
  readonly settings: Pick<SettingsApi, 'readSettings'>
  /** Where themes lie that the writer had fetched. */
  readonly fetchedThemes?: string
}

/** What is told of one reading of the site. */
interface KnownSite {
  readonly version: string
  readonly addresses: DocumentAddress[]
  readonly layouts: string[]
}

/** The site around the open folder; what is asked again and did not change is not read or computed again. */
export function createSiteService({ folder, settings, fetchedThemes }: SiteServiceOptions): SiteService {
  const texts = new SiteTexts()
  let known: KnownSite | undefined
  let last: Promise<SiteSnapshot> | undefined

  async function readNow(): Promise<SiteSnapshot> {
    return readSite(folder, {
      texts,
      jekyll: chosenJekyll(await settings.readSettings()),
      fetchedThemes,
    })
  }

  async function knownSite(): Promise<KnownSite> {
    const snapshot = await read()
    if (known?.version !== snapshot.version) {
      const site = createSite(snapshot)
      const layouts = [...site.layouts.keys()].toSorted()
      known = { version: snapshot.version, addresses: documentAddresses(site), layouts }
    }
    return known
  }

  function read(): Promise<SiteSnapshot> {
    last = readNow()
    return last
  }

  return {
    readSite: read,
    lastRead: () => last ?? read(),
    describeSite: async () => siteFacts(await (last ?? read())),
    async remoteTheme() {
      const { source, configFiles } = await read()
      return readRemoteTheme(readConfiguration(source, configFiles).values.get('remote_theme'))
    },
    async listAddresses() {
      return (await knownSite()).addresses
    },
    async listLayouts() {
      return (await knownSite()).layouts
    },
  }
}

/** The Jekyll the writer chose for this folder; undefined where the site's own signs decide. */
function chosenJekyll(settings: Settings): JekyllVersion | undefined {
  const chosen = settings['site.jekyll']
  return chosen === '4.3' || chosen === '3.10' ? chosen : undefined
}
