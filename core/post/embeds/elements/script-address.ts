import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type HtmlTag, attribute } from '../html-scanner.ts'

/** The address a script is loaded from; undefined for inline scripts and addresses that are refused. */
export function scriptAddress(tag: HtmlTag): Address | undefined {
  const src = attribute(tag, 'src').trim()
  if (src === '' || /^\/(?!\/)/.test(src)) return undefined
  const address = readAddress(src)
  return isRefusal(address) || address.url.port !== '' ? undefined : address
}
