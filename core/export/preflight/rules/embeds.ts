import { findEmbeds, writeEmbed } from '../../../post/index.ts'
import type { PreflightRule } from '../rule.ts'

/** Embeds that would show nothing: of services that closed, or whose player's address nobody knows yet. */
export const embeds: PreflightRule = {
  code: 'embed',
  check({ source }) {
    return findEmbeds(source).flatMap(({ embed, outer, form, line }) => {
      const isDead = embed.kind === 'dead'
      const shows =
        embed.kind === 'card' || embed.kind === 'unknown' || embed.kind === 'image' || embed.kind === 'iframe'
      if (!isDead && (embed.offlineResolvable || shows)) return []
      const link = writeEmbed(embed, 'link')
      const written = source.slice(outer.from, outer.to)
      // Where no address is known, Liquid fills in the item when the page is built.
      if (link === '' || link === written || form === 'front-matter') return []
      const about = embed.pageUrl ?? embed.id ?? embed.provider
      return [
        {
          severity: 'warning',
          message: isDead
            ? `${embed.provider} has closed, so the page would have nothing in its place.`
            : `What ${about} shows is not known, so the page would have nothing in its place.`,
          line,
          about,
          fixes: [{ id: 'plain-link', title: 'Make it a link', edits: [{ ...outer, insert: link }] }],
        },
      ]
    })
  },
}
