import type { Element } from '../element.ts'
import type { Version } from '../version.ts'

/** Placeholder until the conversion is written. */
export function toNative(element: Element, version: Version): void {
  void element
  void version
}
