import { useMemo, useState } from 'react'
import { headingAddresses, insertReference, looksLikeAddress, readLinks } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Picker, type PickerItem } from '../ui/Picker.tsx'
import { useAddresses } from './use-addresses.ts'
import { useClipboardAddress } from './use-clipboard-address.ts'

/**
 * Links the selected words: to what is typed, what was copied, an address of this post or a heading of it, one of one's own posts, or
 * any address linked before.
 */
export function InsertLinkDialog({ onClose }: DialogProps) {
  const { editor, links } = useLectern()
  const [typed, setTyped] = useState('')
  const own = useAddresses()
  const { links: known, house } = useStore(links)
  const here = useMemo(() => itemsOfPost(editor.text()), [editor])
  const address = typed.trim()
  const copied = useClipboardAddress()
  const items: readonly PickerItem[] = [
    ...(looksLikeAddress(address) ? [{ id: address, label: address, aside: 'Link to this address' }] : []),
    ...(copied === undefined ? [] : [{ id: copied, label: copied, aside: 'On the clipboard' }]),
    ...here,
    ...own.map(({ url, title }) => ({ id: url, label: title, detail: url, aside: 'Your post' })),
    ...known.map(({ url, label, text, posts }) => ({
      id: url,
      label: label ?? text.replace(/\s+/g, ' '),
      detail: url,
      aside: posts === 1 ? 'In one post' : `In ${posts} posts`,
    })),
  ]
  return (
    <Picker
      label="Link"
      placeholder="Paste an address, or find one of yours"
      icon="link"
      items={uniqueById(items)}
      onType={setTyped}
      onClose={onClose}
      onPick={url =>
        editor.apply(insertReference(editor.text(), editor.selection(), { url }, house), 'Linked')
      }
    />
  )
}

function itemsOfPost(source: string): readonly PickerItem[] {
  const { definitions } = readLinks(source)
  return [
    ...definitions
      .filter(definition => !definition.overruled)
      .map(({ url, label }) => ({ id: url, label, detail: url, aside: 'In this post' })),
    ...headingAddresses(source).map(({ url, title }) => ({
      id: url,
      label: title,
      detail: url,
      aside: 'Heading here',
    })),
  ]
}

function uniqueById(items: readonly PickerItem[]): readonly PickerItem[] {
  return [...new Map(items.toReversed().map(item => [item.id, item])).values()].toReversed()
}
