import { jekyllChoices, jekyllKey } from '../preview/jekyll-choice.ts'
import { playAtOnceKey, remoteContentKey } from '../preview/frame-look.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { levelKey } from '../problems/problem-levels.ts'
import { slashMenuKey } from '../app/insert-menu.ts'
import type { SettingsScope } from '../state/settings.ts'

interface SettingFrame {
  readonly key: string
  readonly scope: SettingsScope
  readonly label: string
  readonly hint?: string
}

/** One thing the writer can set, and what holds until they do. */
export type Setting =
  | (SettingFrame & { readonly type: 'switch'; readonly fallback: boolean })
  | (SettingFrame & { readonly type: 'text'; readonly fallback: string })
  | (SettingFrame & {
      readonly type: 'choice'
      readonly fallback: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
    })
  | (SettingFrame & {
      readonly type: 'number'
      readonly fallback: number
      readonly min: number
      readonly max: number
      readonly step: number
      readonly unit: string
    })

export interface SettingSection {
  readonly title: string
  readonly settings: readonly Setting[]
}

const levelOptions = [
  { value: 'usual', label: 'As Lectern finds it' },
  { value: 'error', label: 'Error' },
  { value: 'warning', label: 'Warning' },
  { value: 'info', label: 'Hint' },
  { value: 'off', label: 'Do not tell' },
] as const

/** Every setting of the app, in the order of the dialog. Stored in one readable JSON file a scope. */
export const settingSections: readonly SettingSection[] = [
  {
    title: 'Look',
    settings: [
      {
        key: 'look.theme',
        scope: 'user',
        type: 'choice',
        label: 'Theme',
        fallback: 'system',
        options: [
          { value: 'system', label: 'As the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ],
      },
      {
        key: 'look.contrast',
        scope: 'user',
        type: 'choice',
        label: 'Contrast',
        fallback: 'system',
        options: [
          { value: 'system', label: 'As the system' },
          { value: 'more', label: 'More' },
        ],
      },
      {
        key: 'look.text-size',
        scope: 'user',
        type: 'number',
        label: 'Text size',
        hint: 'Of the whole window.',
        fallback: 100,
        min: 80,
        max: 200,
        step: 10,
        unit: '%',
      },
    ],
  },
  {
    title: 'Editor',
    settings: [
      {
        key: 'editor.autosave',
        scope: 'user',
        type: 'switch',
        label: 'Save by itself',
        hint: 'A moment after the last key. Off, what you type is still kept safe until you save.',
        fallback: true,
      },
      {
        key: slashMenuKey,
        scope: 'user',
        type: 'switch',
        label: 'Offer what can be put in when a / begins an empty line',
        hint: 'Escape closes the menu and leaves the slash.',
        fallback: true,
      },
      {
        key: 'editor.spelling',
        scope: 'user',
        type: 'switch',
        label: 'Underline words that are not in the dictionary',
        hint: 'The dictionary in the app is English, British spellings included. Nothing leaves this machine.',
        fallback: true,
      },
    ],
  },
  {
    title: 'Preview',
    settings: [
      {
        key: remoteContentKey,
        scope: 'folder',
        type: 'switch',
        label: 'Load remote content in this folder',
        hint: 'Pictures, films and sounds of other sites load without a click, and those sites learn that you look. Players have a switch of their own.',
        fallback: false,
      },
      {
        key: playAtOnceKey,
        scope: 'folder',
        type: 'switch',
        label: 'Load players at once in this folder',
        hint: 'Slides and videos stand in the place of their cards as they come into sight, and their services learn that you look. Nothing starts to play by itself. Without a network the cards stay. Slides of your own site ask nobody.',
        fallback: false,
      },
    ],
  },
  {
    title: 'Publishing',
    settings: [
      {
        key: jekyllKey,
        scope: 'folder',
        type: 'choice',
        label: 'Jekyll of this folder',
        hint: 'Links, excerpts and layouts differ. The rules of 3.10 are taken from its sources; Lectern could not try them against it.',
        fallback: 'found',
        options: jekyllChoices,
      },
      {
        key: 'publish.repository',
        scope: 'folder',
        type: 'text',
        label: 'Jekyll repository',
        hint: 'Only for a folder that does not lie in one: where its posts are published to. An absolute path.',
        fallback: '',
      },
      {
        key: 'publish.push',
        scope: 'folder',
        type: 'switch',
        label: 'Push after each commit',
        hint: 'Without a network the push waits; it is never forced.',
        fallback: false,
      },
    ],
  },
  {
    title: 'Problems',
    settings: problemKinds.map(({ code, name }) => ({
      key: levelKey(code),
      scope: 'user',
      type: 'choice',
      label: name,
      fallback: 'usual',
      options: levelOptions,
    })),
  },
]
