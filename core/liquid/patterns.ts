/**
 * The patterns Liquid's grammar is made of, as sources to build expressions from (liquid.rb). Ruby's `\s` and `\w` are
 * ASCII; JavaScript's `\s` is not, hence {@link space}.
 */
export const space = String.raw`[ \t\r\n\f\v]`

const quotedString = `"[^"]*"|'[^']*'`

/** A quoted text, or anything up to white space, a comma, a bar or a quote. */
export const quotedFragment = String.raw`(?:${quotedString}|(?:[^ \t\r\n\f\v,|'"]|${quotedString})+)`

/** `key: value`; the key is group 1, the value group 2. */
export const tagAttribute = String.raw`(\w[\w-]*)${space}*:${space}*(${quotedFragment})`

/** Every `key: value` of a tag's markup. */
export function scanAttributes(markup: string): [key: string, value: string][] {
  return [...markup.matchAll(new RegExp(tagAttribute, 'g'))].map(match => [match[1]!, match[2]!])
}
