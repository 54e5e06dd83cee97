import type { EditorView } from '@codemirror/view'
import { type SmartPaste, placeInPost } from '../../core/post/index.ts'
import type { Span } from '../../core/text/index.ts'

/** More than this is no passage of a page, but a page. */
const longestHtml = 2_000_000
const longestTitle = 200

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
  return { pasted, words: '', forms: ['markdown', 'plain'], markdown }
}

/** The words of a dropped link; empty where it has none but its address. */
export async function linkTitle(html: string): Promise<string> {
  if (html === '' || html.length > longestHtml) return ''
  const { cleanRichText } = await import('./clean-rich-text.ts')
  const words = (cleanRichText(html).querySelector('a')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  return /^https?:\/\//.test(words) ? '' : words.slice(0, longestTitle)
}
