import { relativeUrl } from '../filters/url.ts'
import { LiquidError } from '../liquid-error.ts'
import { type TagDefinition, parseTemplate } from '../parse-template.ts'

/** `{% link _posts/2014-03-06-title.md %}`: the file's URL with baseurl (jekyll/tags/link.rb). */
export const link: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const { line } = parser
    const template = parseTemplate(markup.trim(), { tags: new Map() })
    return {
      line,
      blank: false,
      render(cx, output) {
        const path = template.render(cx)
        const url = cx.host.link(path)
        if (url !== undefined) {
          output.text += cx.host.linksHaveBaseurl ? relativeUrl(url, cx) : url
          return
        }
        const message = `Could not find document '${path}' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n`
        if (!cx.tolerates('liquid.link-missing', message, line))
          throw new LiquidError('ArgumentError', message)
      },
    }
  },
}

/** `{% post_url 2014-03-06-title %}` (jekyll/tags/post_url.rb). */
export const postUrl: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const { line } = parser
    const name = markup.trim()
    if (!/^(.+\/)*(\d+-\d+-\d+)-(.*)$/m.test(name.replace(/^\//, '')))
      throw new LiquidError(
        'Jekyll::Errors::PostURLError',
        `Could not parse name of post "${name}" in tag 'post_url'.\n Make sure the post exists and the name is correct.\n Jekyll::Errors::InvalidPostNameError: '${name}' does not contain valid date and/or title.\n`,
      )
    return {
      line,
      blank: false,
      render(cx, output) {
        const url = cx.host.postUrl(name)
        if (url !== undefined) {
          output.text += cx.host.linksHaveBaseurl ? relativeUrl(url, cx) : url
          return
        }
        const message = `Could not find post "${name}" in tag 'post_url'.\nMake sure the post exists and the name is correct.\n`
        if (!cx.tolerates('liquid.post-missing', message, line))
          throw new LiquidError('Jekyll::Errors::PostURLError', message)
      },
    }
  },
}
