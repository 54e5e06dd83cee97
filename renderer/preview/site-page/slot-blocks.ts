import morphdom from 'morphdom'
import type { PatchedBlock } from '../block-patch.ts'
import type { Blocks } from '../page/blocks.ts'

/** Blocks that stand in a page of the site as they will be published: among its own nodes, without wrappers. */
export interface SlotBlocks extends Blocks {
  /** Moves all between these two. */
  moveTo(start: Comment, end: Comment): void
  /** Takes all out of the page: it has no place for them. */
  hide(): void
}

interface Block {
  readonly html: string
  readonly nodes: readonly ChildNode[]
}

export function createSlotBlocks(clean: (html: string) => DocumentFragment): SlotBlocks {
  let blocks: readonly Block[] = []
  let lines = new Int32Array()
  let place = createHiddenPlace()

  const create = (html: string): Block => ({ html, nodes: [...clean(html).childNodes] })

  function patched(old: readonly Block[], entry: PatchedBlock): Block {
    if ('keep' in entry) return old[entry.keep]!
    const made = create(entry.html)
    return 'change' in entry ? changed(old[entry.change]!, made) : made
  }

  function show(next: readonly Block[]): void {
    const kept = new Set(next.flatMap(block => block.nodes))
    for (const node of blocks.flatMap(block => block.nodes)) if (!kept.has(node)) node.remove()
    blocks = next
    let at = place.start.nextSibling
    for (const node of kept) {
      if (node === at) at = at.nextSibling
      else putBefore(node, at ?? place.end)
    }
  }

  return {
    apply(patch, nextLines) {
      const middle = patch.middle.map(entry => patched(blocks, entry))
      show([...blocks.slice(0, patch.start), ...middle, ...blocks.slice(blocks.length - patch.end)])
      lines = nextLines as Int32Array<ArrayBuffer>
    },
    clear() {
      show([])
      lines = new Int32Array()
    },
    renew() {
      show(blocks.map(({ html }) => create(html)))
    },
    elements: () => blocks.map(({ nodes }) => firstElement(nodes) ?? document.body),
    lines: () => lines,
    moveTo(start, end) {
      place = { start, end }
      for (const node of blocks.flatMap(block => block.nodes)) putBefore(node, end)
    },
    hide() {
      const hidden = createHiddenPlace()
      this.moveTo(hidden.start, hidden.end)
    },
  }
}

function createHiddenPlace(): { start: Comment; end: Comment } {
  const start = document.createComment('')
  const end = document.createComment('')
  document.createElement('div').append(start, end)
  return { start, end }
}

/** Changes a block of one element in place, so that what the writer opened in it stays open. */
function changed(old: Block, made: Block): Block {
  const from = onlyElement(old.nodes)
  const to = onlyElement(made.nodes)
  if (!from || !to || from.localName !== to.localName || from.shadowRoot) return made
  morphdom(from, to, {
    getNodeKey: node => (node instanceof HTMLElement ? node.dataset['shows'] : undefined),
    onBeforeElUpdated: (now, wanted) => !now.shadowRoot && !now.isEqualNode(wanted),
  })
  return { html: made.html, nodes: old.nodes }
}

function onlyElement(nodes: readonly ChildNode[]): HTMLElement | undefined {
  const [first, ...rest] = nodes.filter(node => !(node instanceof Text && node.data.trim() === ''))
  return first instanceof HTMLElement && rest.length === 0 ? first : undefined
}

function firstElement(nodes: readonly ChildNode[]): HTMLElement | undefined {
  return nodes.find(node => node instanceof HTMLElement)
}

/** Moves a node without reloading the players in it, where it stands in the page already. */
function putBefore(node: ChildNode, next: ChildNode): void {
  const parent = next.parentNode!
  if (node.isConnected && parent.isConnected && 'moveBefore' in parent)
    (parent as HTMLElement).moveBefore(node, next)
  else parent.insertBefore(node, next)
}
