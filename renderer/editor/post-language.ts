import { liquid } from '@codemirror/lang-liquid'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { yamlFrontmatter } from '@codemirror/lang-yaml'
import { Compartment, EditorState, type Extension } from '@codemirror/state'

/** No post is as long. The grammar reads a paragraph in one go, and one without end would stop the keys for seconds. */
const longestColoured = 2_000_000

/** A post: YAML front matter, then Liquid around Markdown, which holds HTML. Left plain where it is too long. */
export function postLanguage(): Extension {
  const place = new Compartment()
  const coloured = yamlFrontmatter({
    content: liquid({ base: markdown({ base: markdownLanguage, addKeymap: false }) }),
  })
  const plain: Extension = []
  return [
    place.of(coloured),
    EditorState.transactionExtender.of(({ newDoc, startState }) => {
      const wanted = newDoc.length > longestColoured ? plain : coloured
      return place.get(startState) === wanted ? null : { effects: place.reconfigure(wanted) }
    }),
  ]
}
