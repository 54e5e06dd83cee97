import { type TextEdit, lineEnding } from '../../text/index.ts'
import type { Embed } from './embed.ts'
import type { FoundEmbed } from './find.ts'
import { type EmbedStyle, type HouseStyle, writeEmbed } from './write.ts'

/**
 * The edit that writes an embed anew in another style, or writes what the network told in the place of the link that
 * stood for it. The wrapper that holds nothing else goes with the old markup.
 *
 * @param embed what to write; by default what stands there
 */
export function rewriteEmbed(
  source: string,
  found: FoundEmbed,
  style: EmbedStyle,
  options: { readonly embed?: Embed; readonly house?: HouseStyle } = {},
): TextEdit[] {
  const markup = writeEmbed(options.embed ?? found.embed, style, options.house)
  const insert = markup.replaceAll('\n', lineEnding(source))
  return source.slice(found.outer.from, found.outer.to) === insert ? [] : [{ ...found.outer, insert }]
}
