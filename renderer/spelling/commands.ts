import type { Command } from '../app/command.ts'
import { nextMisspelled } from './spelling-marks.ts'
import { spellingKey } from './spelling.ts'

export const spellingCommands: readonly Command[] = [
  {
    id: 'spelling.suggest',
    label: 'Spelling of the next underlined word…',
    group: 'Edit',
    keys: ['Mod+Alt+;', 'Mod+Shift+;'],
    enabled: ({ editor }) => nextMisspelled(editor.view.state) !== undefined,
    run: ({ dialogs, editor }) => {
      const span = nextMisspelled(editor.view.state)
      if (!span) return
      editor.reveal(span.from)
      dialogs.open('spelling', span)
    },
  },
  {
    id: 'spelling.toggle',
    label: 'Check spelling: on or off',
    group: 'View',
    also: 'spell checker dictionary',
    run: ({ settings }) => settings.set('user', spellingKey, !settings.boolean(spellingKey, true)),
  },
]
