/** A window out of sight shows no frames. */
const longestWaitMs = 100

/**
 * Acts when the next frame is made, so that what it starts takes no core from it. However often it is asked for before
 * that, it acts once.
 */
export function afterFrame(act: () => void): () => void {
  let isWaiting = false
  let patience: ReturnType<typeof setTimeout> | undefined

  function go(): void {
    if (!isWaiting) return
    isWaiting = false
    clearTimeout(patience)
    act()
  }

  return () => {
    if (isWaiting) return
    isWaiting = true
    patience = setTimeout(go, longestWaitMs)
    // Called before the frame is laid out and painted; a timer comes after that.
    requestAnimationFrame(() => setTimeout(go))
  }
}
