import { type Definition, type LinkUse, readLinks } from './link-model.ts'

/** What stands at a place of a post. */
export interface LinkAt {
  /** The definition there, or the one the link there takes its address from. */
  readonly definition: Definition | undefined
  /** The link there, the innermost of several; undefined at a definition. */
  readonly use: LinkUse | undefined
  /** The links that use the definition. */
  readonly uses: readonly LinkUse[]
}

/** The link or definition at an offset, its first and last bracket included. */
export function linkAt(source: string, offset: number): LinkAt | undefined {
  const links = readLinks(source)
  const holds = ({ span }: { readonly span: { readonly from: number; readonly to: number } }): boolean =>
    span.from <= offset && offset <= span.to
  const use = links.uses.findLast(holds)
  const definition = use ? use.definition : links.definitions.find(holds)
  if (!use && !definition) return undefined
  return {
    definition,
    use,
    uses: definition ? links.uses.filter(each => each.definition === definition) : [],
  }
}
