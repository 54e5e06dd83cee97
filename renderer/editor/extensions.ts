import { autocompletion } from '@codemirror/autocomplete'
import { history } from '@codemirror/commands'
import { codeFolding } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightSpecialChars,
  rectangularSelection,
} from '@codemirror/view'
import { choices } from './choices.ts'
import { companions } from './companion.ts'
import { cursorAtOnce } from './cursor-at-once.ts'
import { embedMarkers } from './embed-markers.ts'
import { find } from './find.ts'
import { frontMatterLines } from './front-matter-lines.ts'
import { highlighting } from './highlight.ts'
import { type InsertMenu, completeInserts, leaveInsertMenu } from './insert-menu.ts'
import { liquidMarks } from './liquid-marks.ts'
import { editorKeys } from './keys.ts'
import { paragraphAtCursor } from './paragraph.ts'
import { problemMarks } from './problem-marks.ts'
import { postLanguage } from './post-language.ts'
import { carryReferences } from './reference-clipboard.ts'
import { type LabelSource, completeReferences } from './reference-completion.ts'
import { referenceHover } from './reference-hover.ts'
import type { PasteChooser } from './paste-chooser.ts'
import { pasteSmartly } from './smart-paste.ts'
import { spellingMarks } from '../spelling/spelling-marks.ts'
import type { TargetSource } from './target-completion.ts'
import { tabStops } from './tab-stops.ts'
import { theme } from './theme.ts'
import { typewriter } from './typewriter.ts'

export interface EditorModes {
  /** What screen readers call the text. */
  readonly name: string
  readonly typewriter: () => boolean
  /** Known of the author's links. */
  readonly labels: () => LabelSource
  /** The author's own posts, as far as a host can tell of them. */
  readonly targets: TargetSource | undefined
  /** What a slash on an empty line offers. */
  readonly insertMenu: InsertMenu
  /** What becomes of a paste. */
  readonly pasteChooser: PasteChooser
}

/** Everything the editor is made of, in order of precedence. One extension, one file. */
export function editorExtensions(modes: EditorModes): Extension {
  return [
    lineEndings,
    history(),
    companions,
    postLanguage(),
    highlighting,
    liquidMarks,
    frontMatterLines,
    paragraphAtCursor,
    typewriter(modes.typewriter),
    carryReferences(() => modes.labels().house),
    modes.pasteChooser.extension,
    choices,
    pasteSmartly(modes.pasteChooser),
    codeFolding({ placeholderText: '…' }),
    embedMarkers,
    tabStops,
    find,
    problemMarks,
    leaveInsertMenu,
    autocompletion({
      override: [...completeReferences(modes.labels, modes.targets), completeInserts(modes.insertMenu)],
      icons: false,
      maxRenderedOptions: 12,
    }),
    referenceHover,
    spellingMarks,
    cursorAtOnce,
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    highlightSpecialChars(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': modes.name,
      spellcheck: 'false',
      tabindex: '0',
    }),
    editorKeys,
    theme,
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
