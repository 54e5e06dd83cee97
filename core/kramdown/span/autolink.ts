import { setAttribute, setOptions } from '../element.ts'
import { type SpanRule, addText } from '../span-parser.ts'

const address = /<((?:mailto|https?|ftps?):[^\n][^\n>]*)>/y
const mailbox = /<([\p{Alphabetic}\p{Nd}_.-]+@[\p{Alphabetic}\p{Nd}_.-]+)>/uy

/**
 * Automatic links — kramdown syntax, “Automatic Links”.
 *
 *     <https://example.com>     <someone@example.com>
 */
export const autolink: SpanRule = {
  name: 'autolink',
  first: '<',
  stops: ['<'],
  parse(cx) {
    const from = cx.pos
    const close = cx.search.indexOf('>', from)
    const newline = cx.search.indexOf('\n', from)
    if (close < 0 || (newline >= 0 && newline < close)) return false
    const asAddress = cx.match(address)
    const match = asAddress ?? cx.match(mailbox)
    if (!match) return false
    const written = match[1]!
    const link = cx.create('a', from, from + match[0].length)
    setOptions(link, { link: { style: 'auto', labelSpan: cx.span(from + 1, from + 1 + written.length) } })
    setAttribute(link, 'href', asAddress ? written : `mailto:${written}`)
    const shown = asAddress && written.startsWith('mailto:') ? written.slice('mailto:'.length) : written
    const end = from + 1 + written.length
    addText(link, cx.source, shown, end - shown.length, end)
    cx.append(link, from, end + 1)
    return true
  },
}
