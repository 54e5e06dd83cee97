import {
  type HostApi,
  type HostInfo,
  type MethodTable,
  authorMethods,
  dictionariesMethods,
  draftsMethods,
  embedsMethods,
  exportMethods,
  historyMethods,
  linksMethods,
  ownLinksMethods,
  picturesMethods,
  postsMethods,
  searchMethods,
  settingsMethods,
  shareMethods,
  siteMethods,
  themesMethods,
} from '../core/contract/index.ts'
import type { Services } from './create-services.ts'
import type { OpenFolder } from './open-folder.ts'
import type { Shell } from './shell.ts'

/** The one implementation of {@link HostApi}: each operation goes to the service, or the shell, that does it. */
export function createHostApi(
  services: Services,
  shell: Shell,
  about: Omit<HostInfo, 'capabilities'>,
): HostApi {
  const { session } = services
  const room = <Api extends object>(methods: MethodTable<Api>, of: (folder: OpenFolder) => Api): Api =>
    delegate(methods, async () => of(await session.open()))
  return {
    hostInfo: async () => ({ ...about, capabilities: shell.capabilities }),
    currentWorkspace: async () => (await session.open()).workspace,
    openWorkspace: async folder => (await session.switchTo(folder)).workspace,
    recentWorkspaces: () => services.recent(),
    completePath: typed => services.completePath(typed),
    pickFolder: () => shell.pickFolder(),
    openExternal: url => shell.openExternal(url),
    revealFile: path => shell.revealFile(path),
    showMenus: menus => shell.showMenus(menus),
    ...room(postsMethods, folder => folder.posts),
    ...room(siteMethods, folder => folder.site),
    ...room(themesMethods, folder => folder.themes),
    ...room(linksMethods, folder => folder.links),
    ...room(ownLinksMethods, folder => folder.ownLinks),
    ...room(authorMethods, folder => folder.author),
    ...room(draftsMethods, folder => folder.drafts),
    ...room(historyMethods, folder => folder.history),
    ...room(searchMethods, folder => folder.search),
    ...room(settingsMethods, folder => folder.settings),
    ...room(dictionariesMethods, folder => folder.dictionaries),
    ...room(exportMethods, folder => folder.exports),
    ...room(embedsMethods, folder => folder.embeds),
    ...room(picturesMethods, folder => folder.pictures),
    findSitePdf: async path => (await session.open()).sitePdfs.findSitePdf(path),
    readSitePdf: async (...part) => (await session.open()).sitePdfs.readSitePdf(...part),
    openSitePdf: async path => shell.openPdf(await (await session.open()).sitePdfs.placeOf(path)),
    ...room(shareMethods, folder => folder.share),
  }
}

/** An API whose every method is asked of whatever service is the right one at that moment. */
function delegate<Api extends object>(methods: MethodTable<Api>, service: () => Promise<Api>): Api {
  const api: Record<string, (...args: readonly unknown[]) => Promise<unknown>> = {}
  for (const method of Object.keys(methods)) {
    api[method] = async (...args) => {
      const target = await service()
      const call = target[method as keyof Api] as (...values: readonly unknown[]) => Promise<unknown>
      return call.apply(target, args as unknown[])
    }
  }
  return api as Api
}
