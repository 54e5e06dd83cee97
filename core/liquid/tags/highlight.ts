import { escapeAttribute, escapeHtml } from '../../text/index.ts'
import { toText } from '../../ruby/index.ts'
import { LiquidError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { Body, Output } from '../template.ts'

const syntax = /^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"([0-9]+\s)*[0-9]+"))?)*)$/

/** `{% highlight ruby linenos %}…{% endhighlight %}` (jekyll/tags/highlight.rb). */
export const highlight: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    const match = syntax.exec(markup.trim())
    if (!match) throw invalidMarkup(markup)
    const language = match[1]!.toLowerCase()
    const lineNumbers = /\blinenos\b/.test(match[2] ?? '')
    const body = new Body()
    parser.parseBlock('highlight', body)
    return {
      line,
      blank: body.blank,
      render(cx, output) {
        const content = new Output()
        body.render(cx, content)
        const code = content.text.replace(/^[\n\r]+|[\n\r]+$/g, '')
        const rouge = cx.host.highlighter === 'rouge' || cx.host.highlighter === 'pygments'
        const html = !rouge
          ? escapeHtml(code).replaceAll('"', '&quot;').replaceAll("'", '&#39;').trim()
          : lineNumbers
            ? numbered(code, cx.host.highlight(code, language))
            : cx.host.highlight(code, language)
        const attributes = `class="language-${escapeAttribute(language.replaceAll('+', '-'))}" data-lang="${escapeAttribute(language)}"`
        const figure = `<figure class="highlight"><pre><code ${attributes}>${html.replace(/\r?\n$/, '')}</code></pre></figure>`
        output.text += `${toText(cx.findVariable('highlighter_prefix'))}${figure}${toText(cx.findVariable('highlighter_suffix'))}`
      },
    }
  },
}

function invalidMarkup(markup: string): LiquidError {
  return new LiquidError(
    'SyntaxError',
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\nValid syntax: highlight <lang> [linenos]\n`,
  )
}

/** Rouge's table of line numbers (Rouge::Formatters::HTMLTable). */
function numbered(code: string, html: string): string {
  const count = code.split('\n').length - (code.endsWith('\n') ? 1 : 0)
  const numbers = Array.from({ length: count }, (_, index) => `${index + 1}\n`).join('')
  const lines = html.endsWith('\n') ? html : `${html}\n`
  return (
    `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="code"><pre>${lines}</pre></td></tr></tbody></table>`
  )
}
