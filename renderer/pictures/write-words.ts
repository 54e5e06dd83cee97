import type { InsertedPictures } from '../../core/post/pictures/index.ts'
import type { Editor } from '../editor/editor.ts'
import { startTabStops } from '../editor/tab-stops.ts'

/** Leads the writer through the words of pictures that were just put in, and then behind them. */
export function writeWords(
  { view }: Editor,
  { selection, stops, end }: InsertedPictures,
  hint: string,
): void {
  if (stops.length === 0) return
  const places = stops.map(stop => ({ ...stop, hint }))
  startTabStops(view, [...places, { from: end, to: end, isEnd: true }], selection.from)
}
