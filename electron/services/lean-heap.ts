import { setFlagsFromString } from 'node:v8'

/**
 * Lets the service's memory for short-lived values stay small.
 *
 * Listing 10,000 posts makes much that lives for a moment; V8 answers by growing that part of its heap to 48 MB and
 * never giving it back. Kept small it is emptied a little more often, which costs a few milliseconds and saves 70 MB.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
