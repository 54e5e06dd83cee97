import type { EditorView } from '@codemirror/view'
import { type SmartPaste, placeInPost } from '../../core/post/index.ts'
import type { Span } from '../../core/text/index.ts'

/** More than this is no passage of a page, but a page. */
const longestHtml = 2_000_000

/** The HTML of a paste whose looks mean something; editors for code colour what they copy, which means nothing. */
export function richHtml(clipboard: DataTransfer | null): string | undefined {
  const html = clipboard?.getData('text/html') ?? ''
  const isCode = clipboard?.types.includes('vscode-editor-data') ?? false
  return html === '' || isCode || html.length > longestHtml ? undefined : html
}

/**
 * The Markdown for a paste whose plain text stands in the editor already. The converter comes when it is first needed;
 * undefined where nothing is to be changed, or the writer typed on meanwhile.
 */
export async function richPaste(
  view: EditorView,
  html: string,
  pasted: Span,
): Promise<SmartPaste | undefined> {
  const { doc } = view.state
  if (placeInPost(doc.toString(), pasted.from) !== 'text') return undefined
  const [{ cleanRichText }, { richToMarkdown }] = await Promise.all([
    import('./clean-rich-text.ts'),
    import('./rich-to-markdown.ts'),
  ])
  const markdown = richToMarkdown(cleanRichText(html))
  if (markdown === undefined || markdown === doc.sliceString(pasted.from, pasted.to)) return undefined
  if (!view.state.doc.eq(doc)) return undefined
  const end = pasted.from + markdown.length
  return {
    type: 'markdown',
    result: { edits: [{ ...pasted, insert: markdown }], selection: { from: end, to: end } },
    notice: 'Pasted as Markdown.',
  }
}
