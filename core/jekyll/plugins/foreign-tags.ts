import type { TagDefinition } from '../../liquid/index.ts'
import { escapeAttribute, escapeHtml } from '../../text/index.ts'

interface ForeignTag {
  readonly plugin: string
  /** HTML that shows about the same; without it a labelled box stands in its place. */
  readonly html?: (argument: string) => string | undefined
  readonly isBlock?: boolean
}

const frame = (src: string): string =>
  `<iframe width="560" height="315" src="${escapeAttribute(src)}" frameborder="0" allowfullscreen=""></iframe>`

/** Tags of plugins people use, by name. Their output is an approximation: the plugins themselves do not run here. */
const foreignTags: Readonly<Record<string, ForeignTag>> = {
  gist: {
    plugin: 'jekyll-gist',
    html: argument => {
      const [id = '', file] = argument.split(/\s+/)
      if (!/^[\w./-]+$/.test(id)) return undefined
      const query = file === undefined ? '' : `?file=${encodeURIComponent(file)}`
      return `<script src="https://gist.github.com/${escapeAttribute(id)}.js${query}"> </script>`
    },
  },
  youtube: {
    plugin: 'jekyll-youtube',
    html: argument => player(argument, youtubeId, 'https://www.youtube.com/embed/'),
  },
  vimeo: {
    plugin: 'jekyll-vimeo',
    html: argument => player(argument, vimeoId, 'https://player.vimeo.com/video/'),
  },
  twitter: { plugin: 'jekyll-twitter-plugin' },
  tweet: { plugin: 'jekyll-tweet-tag' },
  avatar: { plugin: 'jekyll-avatar' },
  octicon: { plugin: 'jekyll-octicons' },
  picture: { plugin: 'jekyll_picture_tag' },
  responsive_image: { plugin: 'jekyll-responsive-image' },
  asset: { plugin: 'jekyll-assets' },
  bibliography: { plugin: 'jekyll-scholar' },
  cite: { plugin: 'jekyll-scholar' },
  reference: { plugin: 'jekyll-scholar' },
  last_modified_at: { plugin: 'jekyll-last-modified-at' },
  flickr_photo: { plugin: 'jekyll-flickr' },
  oembed: { plugin: 'jekyll-oembed' },
  jupyter_notebook: { plugin: 'jekyll-jupyter-notebook' },
  figure: { plugin: 'jekyll-figure', isBlock: true },
  plantuml: { plugin: 'jekyll-plantuml', isBlock: true },
  mermaid: { plugin: 'jekyll-mermaid', isBlock: true },
  graphviz: { plugin: 'jekyll-graphviz', isBlock: true },
}

function player(
  argument: string,
  idOf: (text: string) => string | undefined,
  base: string,
): string | undefined {
  const id = idOf(argument.replace(/^["']|["']$/g, ''))
  return id === undefined ? undefined : frame(base + id)
}

function youtubeId(text: string): string | undefined {
  return /(?:v=|youtu\.be\/|embed\/|^)([\w-]{11})(?![\w-])/.exec(text)?.[1]
}

function vimeoId(text: string): string | undefined {
  return /(?:vimeo\.com\/(?:video\/)?|^)(\d{5,})/.exec(text)?.[1]
}

/** The tags, ready to be registered. Each use is a problem that names the plugin. */
export function foreignTagDefinitions(): [string, TagDefinition][] {
  return Object.entries(foreignTags).map(([name, tag]) => [name, definition(name, tag)])
}

function definition(name: string, tag: ForeignTag): TagDefinition {
  return {
    isBlock: tag.isBlock ?? false,
    parse(markup, parser) {
      const { line } = parser
      const argument = markup.trim()
      if (tag.isBlock) skipBlock(name, parser)
      return {
        line,
        blank: false,
        render(cx, output) {
          const html = tag.html?.(argument)
          const shown = html === undefined ? 'a box' : 'something like it'
          const message = `The tag “${name}” comes from the plugin ${tag.plugin}, which does not run here; the preview shows ${shown} in its place.`
          cx.tolerates('plugin.tag', message, line)
          output.text += html ?? box(name, argument)
        },
      }
    },
  }
}

function box(name: string, argument: string): string {
  const label = argument === '' ? name : `${name}: ${argument}`
  return `<div class="plugin-placeholder" data-tag="${escapeAttribute(name)}">${escapeHtml(label)}</div>`
}

function skipBlock(name: string, parser: Parameters<TagDefinition['parse']>[1]): void {
  const end = new RegExp(String.raw`^\{%-?\s*end${name}\b`)
  for (let token = parser.nextToken(); token !== undefined; token = parser.nextToken())
    if (end.test(token)) return
}
