import { liquid } from '@codemirror/lang-liquid'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { yamlFrontmatter } from '@codemirror/lang-yaml'
import type { Extension } from '@codemirror/state'

/** A post: YAML front matter, then Liquid around Markdown, which holds HTML. */
export function postLanguage(): Extension {
  return yamlFrontmatter({
    content: liquid({ base: markdown({ base: markdownLanguage, addKeymap: false }) }),
  })
}
