import { useSyncExternalStore } from 'react'
import { Badge } from '../ui/Badge.tsx'

/** Says when the machine has no network: players, lookups and pushes wait. */
export function OfflineStatus() {
  const online = useSyncExternalStore(followNetwork, () => navigator.onLine)
  return online ? null : <Badge title="No network: players and pushes wait">Offline</Badge>
}

function followNetwork(listen: () => void): () => void {
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}
