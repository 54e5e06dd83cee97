import { besideCommands } from '../beside/commands.ts'
import { conflictCommands } from '../conflict/commands.ts'
import { editorCommands } from '../editor/commands.ts'
import { exportCommands } from '../export/commands.ts'
import { insertCommands } from '../insert/commands.ts'
import { libraryCommands } from '../library/commands.ts'
import { pictureCommands } from '../pictures/commands.ts'
import { linkCommands } from '../links/commands.ts'
import { previewCommands } from '../preview/commands.ts'
import { problemCommands } from '../problems/commands.ts'
import { postCommands } from '../post/commands.ts'
import { searchCommands } from '../search/commands.ts'
import { spellingCommands } from '../spelling/commands.ts'
import { shareCommands } from '../share/commands.ts'
import { settingsCommands } from '../settings/commands.ts'
import type { Command } from './command.ts'
import { viewCommands } from './view-commands.ts'

/**
 * Every user action. Palette, keys, menus and tests read this table; a feature adds its rows here. What posts are made
 * for stands first.
 */
export const commands: readonly Command[] = [
  ...libraryCommands,
  ...insertCommands,
  ...pictureCommands,
  ...exportCommands,
  ...searchCommands,
  ...postCommands,
  ...conflictCommands,
  ...besideCommands,
  ...editorCommands,
  ...linkCommands,
  ...previewCommands,
  ...problemCommands,
  ...viewCommands,
  ...spellingCommands,
  ...shareCommands,
  ...settingsCommands,
]
