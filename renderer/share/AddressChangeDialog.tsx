import type { DialogProps } from '../app/dialogs.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { type AddressChange, addressSentence } from './address-change.ts'

interface Asked {
  readonly change: AddressChange
  readonly answer: (isWanted: boolean) => void
}

/** Asks before a post goes away from an address that may be in somebody's hands. */
export function AddressChangeDialog({ argument, onClose }: DialogProps) {
  const { change, answer } = argument as Asked
  const close = (isWanted: boolean) => {
    onClose()
    answer(isWanted)
  }
  return (
    <Dialog
      title="Give this post another address?"
      size="small"
      onClose={() => close(false)}
      actions={
        <>
          <Button onClick={() => close(true)}>Change it</Button>
          <Button look="primary" autoFocus onClick={() => close(false)}>
            Keep the address
          </Button>
        </>
      }
    >
      <p>{addressSentence(change)}</p>
    </Dialog>
  )
}
