import type { Provider } from '../provider.ts'
import { applePodcasts } from './apple-podcasts.ts'
import { archiveOrg } from './archive-org.ts'
import { asciinema } from './asciinema.ts'
import { bandcamp } from './bandcamp.ts'
import { beautifulAi } from './beautiful-ai.ts'
import { bilibili } from './bilibili.ts'
import { bluesky } from './bluesky.ts'
import { canva } from './canva.ts'
import { codepen } from './codepen.ts'
import { dailymotion } from './dailymotion.ts'
import { figma } from './figma.ts'
import { figshare } from './figshare.ts'
import { file } from './file.ts'
import { fosdem } from './fosdem.ts'
import { gist } from './gist.ts'
import { github } from './github.ts'
import { googleDrive } from './google-drive.ts'
import { googleSlides } from './google-slides.ts'
import { hackerNews } from './hacker-news.ts'
import { icloudKeynote } from './icloud-keynote.ts'
import { infoq } from './infoq.ts'
import { jsfiddle } from './jsfiddle.ts'
import { loom } from './loom.ts'
import { mastodon } from './mastodon.ts'
import { mediaCccDe } from './media-ccc-de.ts'
import { nbviewer } from './nbviewer.ts'
import { notist } from './notist.ts'
import { observable } from './observable.ts'
import { office } from './office.ts'
import { pdf } from './pdf.ts'
import { peertube } from './peertube.ts'
import { pitch } from './pitch.ts'
import { prezi, preziVideo } from './prezi.ts'
import { reddit } from './reddit.ts'
import { replit } from './replit.ts'
import { revealJs } from './reveal-js.ts'
import { slideshare } from './slideshare.ts'
import { slidesCom } from './slides-com.ts'
import { slideslive } from './slideslive.ts'
import { soundcloud } from './soundcloud.ts'
import { speakerdeck } from './speakerdeck.ts'
import { spotify } from './spotify.ts'
import { stackblitz } from './stackblitz.ts'
import { ted } from './ted.ts'
import { twitch } from './twitch.ts'
import { vimeo } from './vimeo.ts'
import { wistia } from './wistia.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'
import { zenodo } from './zenodo.ts'

/** Every service Lectern knows, the ones posts use most first. */
export const providers: readonly Provider[] = [
  youtube,
  speakerdeck,
  pdf,
  file,
  vimeo,
  slideshare,
  googleSlides,
  gist,
  x,
  asciinema,
  codepen,
  notist,
  slidesCom,
  prezi,
  preziVideo,
  canva,
  pitch,
  figma,
  office,
  icloudKeynote,
  beautifulAi,
  slideslive,
  revealJs,
  zenodo,
  figshare,
  archiveOrg,
  mediaCccDe,
  twitch,
  dailymotion,
  ted,
  infoq,
  fosdem,
  wistia,
  loom,
  bilibili,
  googleDrive,
  jsfiddle,
  stackblitz,
  observable,
  nbviewer,
  replit,
  soundcloud,
  spotify,
  applePodcasts,
  bandcamp,
  bluesky,
  reddit,
  hackerNews,
  github,
  peertube,
  mastodon,
]

/** Recognised by the shape of the path, on hosts no other provider claims. */
export const shapeProviders: readonly Provider[] = [peertube, mastodon]

const byName = new Map(providers.map(provider => [provider.name, provider]))

export function providerNamed(name: string): Provider | undefined {
  return byName.get(name)
}

const byHost = Map.groupBy(
  providers.flatMap(provider => provider.hosts.map(host => ({ host, provider }))),
  entry => entry.host,
)

/** The providers that claim a host (given without `www.`), in the table's order. */
export function providersOfHost(host: string): readonly Provider[] {
  const parts = host.split('.')
  const suffixes = parts.slice(1).map((_, at) => `*.${parts.slice(at + 1).join('.')}`)
  return [host, ...suffixes].flatMap(pattern => (byHost.get(pattern) ?? []).map(entry => entry.provider))
}
