import type { Embed } from './embed.ts'
import { defaultSandbox } from './provider.ts'
import { providerNamed, providers } from './providers/index.ts'

/** Every origin a player of the table may be framed from, for the preview's `frame-src`. */
export const embedFrameSources: readonly string[] = [
  ...new Set(providers.flatMap(provider => provider.frameSources ?? [])),
]

/** Every token a sandbox of the table has: none leads the window away. */
export const embedSandboxTokens: ReadonlySet<string> = new Set(
  providers.flatMap(provider => provider.sandbox ?? defaultSandbox),
)

/** The origins the given embeds need: the table's, and the hosts of PeerTube and Mastodon among them. */
export function frameSourcesFor(embeds: readonly Embed[]): string[] {
  return [
    ...new Set(
      embeds.flatMap(embed => {
        const provider = providerNamed(embed.provider)
        if (!embed.embedSrc || !provider) return []
        return (
          provider.frameSources ??
          (provider.sandbox ? [/^https:\/\/[^/]+/.exec(embed.embedSrc)?.[0] ?? ''] : [])
        )
      }),
    ),
  ].filter(origin => origin !== '')
}

/** The sandbox a frame of the preview gets. A page of the site itself runs in an opaque origin of its own. */
export function sandboxOf(embed: Embed): string {
  if (embed.params['local'] === true) return 'allow-scripts'
  return (providerNamed(embed.provider)?.sandbox ?? defaultSandbox).join(' ')
}
