import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

const mark = Decoration.mark({ class: 'cm-liquid' })

const matcher = new MatchDecorator({ regexp: /\{%.*?%\}|\{\{.*?\}\}/g, decoration: mark })

/** Tints Liquid tags and output whole: the grammar gives up at what it does not know, such as `include JB/setup`. */
export const liquidMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view)
    }

    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations)
    }
  },
  { decorations: plugin => plugin.decorations },
)
