import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { tags as t } from '@lezer/highlight'

/** The colours of a post: Markdown by weight and slant, marks faint, everything that is not prose in a colour of its own. */
const style = HighlightStyle.define([
  { tag: [t.heading1, t.heading2], color: 'var(--code-heading)', fontWeight: '700' },
  { tag: t.heading, color: 'var(--code-heading)', fontWeight: '650' },
  { tag: t.strong, fontWeight: '700' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: t.quote, color: 'var(--text-soft)' },
  { tag: t.monospace, color: 'var(--code-string)' },
  { tag: t.link, color: 'var(--code-link)' },
  { tag: t.url, color: 'var(--code-link)' },
  { tag: t.labelName, color: 'var(--code-link)' },
  {
    tag: [t.processingInstruction, t.contentSeparator, t.escape],
    color: 'var(--code-mark)',
    fontWeight: '420',
  },
  { tag: t.meta, color: 'var(--code-mark)' },
  { tag: t.character, color: 'var(--code-key)' },

  // HTML, and keys of front matter
  { tag: t.tagName, color: 'var(--code-tag)' },
  { tag: t.angleBracket, color: 'var(--code-mark)' },
  { tag: [t.attributeName, t.propertyName, t.definition(t.propertyName)], color: 'var(--code-key)' },
  { tag: [t.attributeValue, t.string, t.special(t.string)], color: 'var(--code-string)' },
  { tag: [t.number, t.bool, t.atom, t.null], color: 'var(--code-keyword)' },
  { tag: t.typeName, color: 'var(--code-tag)' },

  // Liquid
  {
    tag: [t.keyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword, t.operatorKeyword, t.brace],
    color: 'var(--code-liquid)',
  },
  { tag: [t.variableName, t.function(t.variableName)], color: 'var(--code-liquid)' },
  { tag: [t.punctuation, t.operator, t.separator], color: 'var(--code-mark)' },

  // Readers of the page's source can read these: they are published.
  {
    tag: [t.comment, t.blockComment],
    color: 'var(--code-comment)',
    backgroundColor: 'var(--code-comment-bg)',
    borderRadius: '2px',
  },
  // Comments of YAML stay at home.
  { tag: t.lineComment, color: 'var(--code-mark)', backgroundColor: 'transparent', fontStyle: 'italic' },
])

export const highlighting = syntaxHighlighting(style)
