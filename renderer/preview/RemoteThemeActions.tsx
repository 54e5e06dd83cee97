import { useLectern } from '../app/lectern-context.ts'
import { showSize } from '../pictures/picture-file.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

/** What can be done about the theme that lies in another repository. */
export function RemoteThemeActions() {
  const { remoteTheme } = useLectern().preview
  const { theme, receivedBytes, failure } = useStore(remoteTheme)
  if (!theme) return null
  if (receivedBytes !== undefined)
    return (
      <div role="status">
        <p>
          Fetching the theme from {theme.host}
          {receivedBytes > 0 ? `: ${showSize(receivedBytes)}` : ' …'}
        </p>
        <Button onClick={remoteTheme.cancel}>Cancel</Button>
      </div>
    )
  return (
    <>
      {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
      <Button onClick={() => void remoteTheme.fetch()}>
        {theme.fetchedAt === undefined
          ? `Fetch the theme once from ${theme.host}`
          : `Fetch the theme again from ${theme.host}`}
      </Button>
      {theme.fetchedAt !== undefined && (
        <Button onClick={() => void remoteTheme.forget()}>Forget the fetched theme</Button>
      )}
    </>
  )
}
