import { type TagDefinition, absoluteUrl, xmlEscape } from '../../liquid/index.ts'
import { toText, truthy } from '../../ruby/index.ts'
import { dig } from '../deep-merge.ts'

/** `{% feed_meta %}` of jekyll-feed: the link to the feed (meta-tag.rb). */
export const feedMeta: TagDefinition = {
  isBlock: false,
  parse: (_, parser) => ({
    line: parser.line,
    blank: false,
    render(cx, output) {
      const site = cx.findVariable('site')
      const path = dig(site, 'feed', 'path')
      const title = truthy(dig(site, 'title')) ? dig(site, 'title') : dig(site, 'name')
      const href = absoluteUrl(truthy(path) ? path : 'feed.xml', cx)
      const titled = truthy(title) ? ` title="${xmlEscape(toText(title))}"` : ''
      output.text += `<link type="application/atom+xml" rel="alternate" href="${xmlEscape(href)}"${titled} />`
    },
  }),
}
