import type { LinkChange } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'

/** Makes a change as one undo step, and says how much it did and what it left alone. */
export function changeLinks(
  { editor, notices }: Pick<Lectern, 'editor' | 'notices'>,
  done: string,
  edit: (source: string) => LinkChange,
): void {
  const { edits, changed, refused } = edit(editor.text())
  const left =
    refused.length === 0 ? '' : ` ${counted(refused.length)} left as it was: ${refused[0]!.message}`
  if (edits.length === 0)
    return void notices.show({
      kind: 'info',
      text: left === '' ? 'There is nothing to change.' : left.trim(),
    })
  editor.apply({ edits }, done, { stay: true })
  notices.show({
    kind: 'success',
    text: `${done}: ${changed}.${left}`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}

function counted(count: number): string {
  return count === 1 ? 'One was' : `${count} were`
}
