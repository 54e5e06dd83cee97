import { history } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, drawSelection, highlightSpecialChars } from '@codemirror/view'
import { editorKeys } from './keys.ts'
import { postLanguage } from './post-language.ts'

/** Everything the editor is made of, in order of precedence. One extension, one file. */
export function editorExtensions(): Extension {
  return [
    lineEndings,
    history(),
    postLanguage(),
    drawSelection(),
    highlightSpecialChars(),
    EditorState.allowMultipleSelections.of(true),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Text of the post', spellcheck: 'false' }),
    editorKeys,
  ]
}

export function readOnlyMode(readOnly: boolean): Extension {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)]
}

/**
 * Lines end with `\n` alone: a `\r` of a file with mixed endings stays a character of the text, so that saving gives
 * back the same bytes. What is pasted brings none.
 */
const lineEndings: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of(text => text.replaceAll(/\r\n?/g, '\n')),
]
