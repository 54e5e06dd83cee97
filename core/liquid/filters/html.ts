import { inspect, toText } from '../../ruby/index.ts'
import { type FilterTable, filter, plain } from './filter.ts'
import { slugify } from './slugify.ts'
import { textInput } from './text-input.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Filters on HTML, XML and Markdown. */
export const htmlFilters: FilterTable = {
  escape: plain(input => (input === null || input === undefined ? null : escape(toText(input)))),
  h: plain(input => (input === null || input === undefined ? null : escape(toText(input)))),
  escape_once: plain(input => escapeOnce(toText(input))),
  strip_html: plain(input => stripHtml(toText(input))),
  xml_escape: plain(input => xmlEscape(toText(input))),
  inspect: plain(input => xmlEscape(inspect(input))),
  markdownify: plain((input, cx) => cx.host.markdownify(toText(input))),
  smartify: plain((input, cx) => cx.host.smartify(toText(input))),
  sassify: plain((input, cx) => cx.host.sassify(toText(input), 'sass')),
  scssify: plain((input, cx) => cx.host.sassify(toText(input), 'scss')),
  slugify: filter(0, 1, (input, [mode]) =>
    input === null || input === undefined
      ? null
      : slugify(textInput(input, 'gsub'), {
          mode: mode === null || mode === undefined ? undefined : toText(mode),
        }),
  ),
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]!)
}

export function escapeOnce(text: string): string {
  return text.replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, character => entities[character]!)
}

export function stripHtml(text: string): string {
  return removeTags(text.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, ''))
}

/** Every `<…>`; written out because the pattern takes quadratic time over many lone `<`. */
function removeTags(text: string): string {
  let result = ''
  let from = 0
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', from)) {
    const close = text.indexOf('>', open)
    if (close === -1) break
    result += text.slice(from, open)
    from = close + 1
  }
  return result + text.slice(from)
}

/** Ruby's `encode(xml: :attr)` without its quotes. */
export function xmlEscape(text: string): string {
  const escaped = text.replace(/[&<>"']/g, character => (character === "'" ? '&apos;' : entities[character]!))
  return escaped
}
