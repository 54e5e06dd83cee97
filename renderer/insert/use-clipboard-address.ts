import { useEffect, useState } from 'react'
import { meantAddresses } from '../../core/post/index.ts'

/** The address on the clipboard, where there is one and the page may look without a question to the writer. */
export function useClipboardAddress(): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let current = true
    const look = async (): Promise<void> => {
      const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
      if (state !== 'granted') return
      const [meant] = meantAddresses(await navigator.clipboard.readText())
      if (current && meant !== undefined) setAddress(meant)
    }
    look().catch(() => {
      // A browser without this permission, or a clipboard without text: the address is typed or pasted as ever.
    })
    return () => {
      current = false
    }
  }, [])
  return address
}
