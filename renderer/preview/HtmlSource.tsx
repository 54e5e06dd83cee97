import { html } from '@codemirror/lang-html'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import { minimalEdit } from '../../core/text/index.ts'
import { highlighting } from '../editor/highlight.ts'
import { theme } from '../editor/theme.ts'
import styles from './PreviewPane.module.css'

/** The HTML of the content as it is published, to be read and copied. It is text here, never markup. */
export function HtmlSource() {
  const { preview } = useLectern()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const view = new EditorView({ parent: place.current!, state: createState(preview.state.get().html) })
    const stop = preview.state.subscribe(() => {
      const edit = minimalEdit(view.state.doc.toString(), preview.state.get().html)
      if (edit) view.dispatch({ changes: edit })
    })
    return () => {
      stop()
      view.destroy()
    }
  }, [preview])
  return <div ref={place} className={styles.html} />
}

function createState(source: string): EditorState {
  return EditorState.create({
    doc: source,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': 'HTML of the post' }),
      EditorView.lineWrapping,
      html(),
      highlighting,
      theme,
    ],
  })
}
