import { HtmlRenderer, Parser } from 'commonmark'
import MarkdownIt from 'markdown-it'
import abbreviations from 'markdown-it-abbr'
import anchors from 'markdown-it-anchor'
import attributes from 'markdown-it-attrs'
import definitionLists from 'markdown-it-deflist'
import footnotes from 'markdown-it-footnote'
import { marked } from 'marked'
import { convert, jekyllOptions } from '../../core/kramdown/index.ts'

export interface Engine {
  readonly name: string
  /** As near to what Jekyll does as its settings bring it, without highlighting. */
  readonly render: (markdown: string) => string
}

const markdownIt = new MarkdownIt({ html: true, typographer: true })
  .use(abbreviations)
  .use(anchors, { tabIndex: false, slugify: githubSlug })
  .use(attributes, { leftDelimiter: '{:', rightDelimiter: '}' })
  .use(definitionLists)
  .use(footnotes)

const commonmarkParser = new Parser({ smart: true })
const commonmarkRenderer = new HtmlRenderer()

/** What kramdown is measured against: the engines a JavaScript program would take instead. */
export const engines: readonly Engine[] = [
  { name: 'Lectern', render: markdown => convert(markdown, jekyllOptions).html },
  { name: 'markdown-it with plugins', render: markdown => markdownIt.render(markdown) },
  { name: 'marked', render: markdown => marked.parse(markdown, { async: false, gfm: true }) },
  { name: 'commonmark.js', render: markdown => commonmarkRenderer.render(commonmarkParser.parse(markdown)) },
]

function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}
