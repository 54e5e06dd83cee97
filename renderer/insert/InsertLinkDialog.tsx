import { useMemo, useState } from 'react'
import { insertReference, looksLikeAddress, readLinks } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Picker, type PickerItem } from '../ui/Picker.tsx'
import { useAddresses } from './use-addresses.ts'

/** Links the selected words: to what is typed, an address of this post, or one of one's own posts. */
export function InsertLinkDialog({ onClose }: DialogProps) {
  const { editor } = useLectern()
  const [typed, setTyped] = useState('')
  const own = useAddresses()
  const defined = useMemo(() => {
    const { definitions } = readLinks(editor.text())
    return definitions.filter(definition => !definition.overruled)
  }, [editor])
  const address = typed.trim()
  const items: readonly PickerItem[] = [
    ...(looksLikeAddress(address) ? [{ id: address, label: address, aside: 'Link to this address' }] : []),
    ...defined.map(({ url, label }) => ({ id: url, label, detail: url, aside: 'In this post' })),
    ...own.map(({ url, title }) => ({ id: url, label: title, detail: url, aside: 'Your post' })),
  ]
  return (
    <Picker
      label="Link"
      placeholder="Paste an address, or find one of yours"
      icon="link"
      items={uniqueById(items)}
      onType={setTyped}
      onClose={onClose}
      onPick={url => editor.apply(insertReference(editor.text(), editor.selection(), { url }), 'Linked')}
    />
  )
}

function uniqueById(items: readonly PickerItem[]): readonly PickerItem[] {
  return [...new Map(items.toReversed().map(item => [item.id, item])).values()].toReversed()
}
