import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../../../../core/jekyll/index.ts'
import { convert, jekyllOptions } from '../../../../../core/kramdown/index.ts'
import {
  type EmbedStyle,
  embedStyles,
  insertMarkup,
  isRefusal,
  learnHouse,
  recogniseEmbed,
  writeEmbed,
} from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'
import inputs from '../../../../corpus/embed-inputs.json' with { type: 'json' }

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

const titles = [
  'A *bold* [link](x) <script>alert(1)</script> "q" \'s\' & {{ site.title }} {% raw %} --> ]]>',
  '`code` _u_ \\ ~~x~~ | a | {: .name} {::nomarkdown} <!-- --> &amp;',
  '" onload="alert(1)" x="',
  'One line\nand another\n\nand a paragraph',
  '</iframe><img src=x onerror=alert(1)>',
  '$$x$$ *[HTML]: y [^1] http://a.example',
]

/** An author who has a wrapper, single quotes and old titles. */
const house = learnHouse([
  [
    '<div class="flex-video">\n    <iframe width="540" height="304" title="Old" src="https://www.youtube.com/embed/abcdefghijk"></iframe>\n</div>',
    '<p align="center"><script async class="speakerdeck-embed" data-id="fedcba9876543210fedcba9876543210" data-ratio="1.33" src="//speakerdeck.com/assets/embed.js"></script></p>',
    "<iframe title='Alt' src='https://player.vimeo.com/video/123456789'></iframe>",
  ].join('\n\n'),
])

/** One address for each provider. */
const addresses = [
  ...new Map(inputs.flatMap(({ input, provider }) => (provider ? [[provider, input]] : []))).values(),
]

function elementsOf(nodes: readonly Node[]): Element[] {
  return nodes.flatMap(node => ('tagName' in node ? [node, ...elementsOf(node.childNodes)] : []))
}

describe.each(titles)('under the title %j', title => {
  test.each(addresses)(
    '%s stays one block of valid HTML with nothing of the title but its words',
    address => {
      const embed = recogniseEmbed(address)
      if (isRefusal(embed)) throw new Error(embed.message)
      for (const style of embedStyles as readonly EmbedStyle[]) {
        const markup = writeEmbed({ ...embed, title }, style, house)
        if (markup === '') continue
        const post = `${applyEdits('Before.\n', insertMarkup('Before.\n', 7, markup).edits)}\nAfter.\n`
        const published = renderTemplate(post.replace(/\{\{ site\.url.*?\}\}/, 'a.example'), new Map(), {
          nowSeconds: 0,
        })
        const { html, warnings } = convert(published, jekyllOptions)
        expect(warnings).toEqual([])
        const errors: string[] = []
        const page = parseFragment(html, { onParseError: error => errors.push(error.code) })
        expect(errors).toEqual([])
        const blocks = page.childNodes.filter(node => 'tagName' in node)
        expect(blocks.length, html).toBe(
          markup.includes('</p><script') || markup.includes('</blockquote><script') ? 4 : 3,
        )
        const all = elementsOf(page.childNodes)
        expect(all.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([])
        const loaded = all.filter(({ tagName }) => /^(?:script|img)$/.test(tagName))
        for (const { attrs } of loaded)
          expect(attrs.find(({ name }) => name === 'src')?.value).toMatch(/^(?:https:)?\/\//)
        const frame = all.find(({ tagName }) => tagName === 'iframe')
        const words = frame?.attrs.find(({ name }) => name === 'title')?.value
        if (words !== undefined && style !== 'house') expect(words).toBe(title.replace(/\s+/g, ' '))
      }
    },
  )
})
