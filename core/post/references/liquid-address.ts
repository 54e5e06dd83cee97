const liquid = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g

/** Facts of the site and the page, texts, and the tags that make addresses: the same anywhere in the post. */
const settled = /^\{\{-?\s*(?:site|page|layout|jekyll)\.|^\{\{-?\s*["']|^\{%-?\s*(?:post_url|link)\s/

export function hasLiquid(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}

/** Whether the Liquid of an address means the same at another place of the post. */
export function meansSameAnywhere(address: string): boolean {
  return (address.match(liquid) ?? []).every(tag => settled.test(tag)) && !hasLiquid(withoutLiquid(address))
}

/** The address with a letter in the place of each piece of Liquid. */
export function withoutLiquid(address: string): string {
  return address.replace(liquid, 'x')
}
