import MarkdownIt from 'markdown-it'
import abbreviations from 'markdown-it-abbr'
import anchor from 'markdown-it-anchor'
import attributes from 'markdown-it-attrs'
import definitionLists from 'markdown-it-deflist'
import footnotes from 'markdown-it-footnote'
import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import { splitFrontMatter } from '../../core/post/index.ts'
import type { Renderer } from '../../renderer/preview/renderer.ts'

/** Stands in `renderer/preview/renderer.ts`'s place in the bench: another engine behind the same door, to measure ours against. */
export function createRenderer(_snapshot: SiteSnapshot): Renderer {
  const markdown = new MarkdownIt({ html: true })
    .use(footnotes)
    .use(definitionLists)
    .use(abbreviations)
    .use(attributes)
    .use(anchor)
  return (path, source) => {
    const { body } = splitFrontMatter(source)
    const firstLine = source.slice(0, body.from).split('\n').length
    const env = {}
    const tokens = markdown.parse(source.slice(body.from), env)
    const blocks: { html: string; line: number }[] = []
    let start = 0
    let depth = 0
    tokens.forEach((token, index) => {
      depth += token.nesting
      if (depth !== 0) return
      const html = markdown.renderer.render(tokens.slice(start, index + 1), markdown.options, env)
      blocks.push({ html, line: firstLine + (tokens[start]?.map?.[0] ?? 0) })
      start = index + 1
    })
    return {
      page: { path, problems: [] },
      post: { title: path, day: '', url: '/', siteUrl: '', baseurl: '', notices: [] },
      blocks,
    }
  }
}
