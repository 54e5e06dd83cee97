import { useMemo, useState } from 'react'
import {
  type LinkTarget,
  headingAddresses,
  insertReference,
  meantAddresses,
  readLinks,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { targetName } from '../links/target-name.ts'
import { useStore } from '../state/use-store.ts'
import { Picker, type PickerItem } from '../ui/Picker.tsx'
import { useAddresses } from './use-addresses.ts'
import { useClipboardAddress } from './use-clipboard-address.ts'
import { useHeadingTargets } from './use-heading-targets.ts'

/**
 * Links the selected words: to what is typed, what was copied, an address of this post or a heading of it, one of one's
 * own posts or a heading of that, or any address linked before.
 */
export function InsertLinkDialog({ onClose }: DialogProps) {
  const { document, editor, host, keys, links, notices } = useLectern()
  const [typed, setTyped] = useState('')
  const own = useAddresses()
  const headings = useHeadingTargets(typed)
  const { links: known, house } = useStore(links)
  const here = useMemo(() => itemsOfPost(editor.text()), [editor])
  const copied = useClipboardAddress()
  const { path: open = '' } = document.get()
  const elsewhere = headings.filter(({ path }) => path !== open && !path.endsWith(`/${open}`))
  const targets = new Map<string, LinkTarget>([...own, ...elsewhere].map(target => [idOf(target), target]))
  const items: readonly PickerItem[] = [
    ...meantAddresses(typed).map(address => ({
      id: address,
      label: address,
      also: typed,
      aside: 'Link to this address',
    })),
    ...(copied === undefined ? [] : [{ id: copied, label: copied, aside: 'On the clipboard' }]),
    ...here,
    ...[...targets].map(([id, target]) => itemFor(id, target, typed)),
    ...known.map(({ url, label, text, posts }) => ({
      id: url,
      label: label ?? text.replace(/\s+/g, ' '),
      detail: url,
      isAddress: true as const,
      aside: posts === 1 ? 'In one post' : `In ${posts} posts`,
    })),
  ]

  async function link(id: string): Promise<void> {
    const target = targets.get(id)
    const url = target ? await host.targetAddress(target.path, target.heading?.line) : id
    if (url !== undefined)
      editor.apply(insertReference(editor.text(), editor.selection(), { url }, house), 'Linked')
  }

  return (
    <Picker
      label="Link"
      placeholder="Paste an address, or find one of yours"
      icon="link"
      items={uniqueById(items)}
      onType={setTyped}
      onClose={onClose}
      onPick={id => void keys.during(link(id)).catch(notices.report)}
    />
  )
}

function idOf({ path, heading }: LinkTarget): string {
  return heading ? `${path}\n${heading.line}` : path
}

/** A heading was found by what is typed, which may hold more than its words. */
function itemFor(id: string, target: LinkTarget, typed: string): PickerItem {
  const { heading, url } = target
  const label = targetName(target)
  return heading
    ? { id, label, detail: url, isAddress: true, also: typed, aside: 'Heading' }
    : { id, label, detail: url, isAddress: true, aside: 'Your post' }
}

function itemsOfPost(source: string): readonly PickerItem[] {
  const { definitions } = readLinks(source)
  return [
    ...definitions
      .filter(definition => !definition.overruled)
      .map(({ url, label }) => ({
        id: url,
        label,
        detail: url,
        isAddress: true as const,
        aside: 'In this post',
      })),
    ...headingAddresses(source).map(({ url, title }) => ({
      id: url,
      label: title,
      detail: url,
      isAddress: true as const,
      aside: 'Heading here',
    })),
  ]
}

function uniqueById(items: readonly PickerItem[]): readonly PickerItem[] {
  return [...new Map(items.toReversed().map(item => [item.id, item])).values()].toReversed()
}
