import { Button, IconButton } from '../ui/Button.tsx'
import { commands } from './commands.ts'
import { shownKeys } from './keys.ts'
import { useDocument, useLectern, useSettings, useWorkspace } from './lectern-context.ts'
import { readOwnKeys } from './own-keys.ts'
import { runCommand } from './run-command.ts'
import { type TopBarAction, topBarActions } from './top-bar-actions.ts'
import { useStore } from '../state/use-store.ts'
import styles from './TopBar.module.css'
import { readLayout } from './use-layout.ts'

export function TopBar() {
  const lectern = useLectern()
  const { workspace } = useWorkspace()
  useSettings()
  const { isOpen } = useStore(lectern.beside)
  const layout = readLayout(lectern.settings)
  return (
    <header className={styles.bar}>
      <CommandButton command="view.library" icon="sidebar" pressed={layout.libraryOpen} />
      <button
        type="button"
        className={styles.folder}
        title={workspace?.folder}
        onClick={() => lectern.dialogs.open('open-folder')}
      >
        {workspace?.name ?? 'Lectern'}
      </button>
      <PostTitle />
      <div className={styles.actions}>
        {topBarActions.map(action => (
          <CommandButton key={action.command} {...action} />
        ))}
        <CommandButton command="view.preview" icon="columns" pressed={layout.view === 'both' && !isOpen} />
        <CommandButton command="view.panel" icon="details" pressed={layout.panel !== ''} />
      </div>
    </header>
  )
}

function PostTitle() {
  const { posts } = useWorkspace()
  const { path } = useDocument('path')
  const post = posts.find(candidate => candidate.path === path)
  const title = post?.title ?? path
  return <h1 className={styles.title}>{title ?? <span className="visually-hidden">No post is open</span>}</h1>
}

function CommandButton({
  command: id,
  icon,
  text,
  look = 'quiet',
  pressed,
}: TopBarAction & { pressed?: boolean }) {
  const lectern = useLectern()
  // `enabled` reads the stores; subscribing here keeps the button true.
  useDocument('path', 'failure', 'readOnly')
  useWorkspace()
  const command = commands.find(row => row.id === id)
  if (!command) return null
  const keys = shownKeys(command, lectern.info, readOwnKeys(lectern.settings))
  const shared = {
    icon,
    look,
    disabled: command.enabled ? !command.enabled(lectern) : false,
    onClick: () => void runCommand(lectern, command),
    ...(pressed !== undefined && { pressed }),
  }
  if (text === undefined)
    return <IconButton {...shared} label={command.label} {...(keys !== undefined && { keys })} />
  return (
    <Button {...shared} title={keys ? `${command.label} (${keys})` : command.label}>
      {text}
    </Button>
  )
}
