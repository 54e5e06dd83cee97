import { contextBridge, ipcRenderer } from 'electron'

import { type HostBridge, type HostEvent, type Reply, bridgeName } from '../../../core/contract/index.ts'
import { channels } from './channels.ts'

const bridge: HostBridge = {
  call: (method, args) => ipcRenderer.invoke(channels.call, method, args) as Promise<Reply>,
  on: listen => {
    // The page never gets Electron's own event, which holds a way back to ipcRenderer.
    const hear = (_: unknown, event: HostEvent) => listen(event)
    ipcRenderer.on(channels.event, hear)
    return () => void ipcRenderer.removeListener(channels.event, hear)
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
