import { useEffect } from 'react'
import { useLectern, useSettings } from '../app/lectern-context.ts'

export const editorModeKeys = {
  focus: 'editor.focus-mode',
  typewriter: 'editor.typewriter-mode',
  /** Per cent. */
  zoom: 'editor.zoom',
  /** Characters a line. */
  width: 'editor.width',
} as const

/** Follows the settings of how the editor shows the text. They live on its element, so that they hold for every post. */
export function useEditorModes(): void {
  const { editor, settings } = useLectern()
  useSettings()
  const focus = settings.boolean(editorModeKeys.focus, false)
  const typewriter = settings.boolean(editorModeKeys.typewriter, false)
  const zoom = settings.number(editorModeKeys.zoom, 100)
  const width = settings.number(editorModeKeys.width, 76)
  useEffect(() => {
    const { dom } = editor.view
    dom.toggleAttribute('data-focus-mode', focus)
    dom.toggleAttribute('data-typewriter-mode', typewriter)
    dom.style.setProperty('--editor-zoom', String(zoom / 100))
    dom.style.setProperty('--editor-width', String(width))
    editor.view.requestMeasure()
  }, [editor, focus, typewriter, zoom, width])
}
