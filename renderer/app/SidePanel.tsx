import { Suspense } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useLectern } from './lectern-context.ts'
import { panels } from './panels.ts'
import styles from './SidePanel.module.css'
import { showPanel } from './view-commands.ts'

/** The region at the right: one tab a feature. */
export function SidePanel({ selected }: { readonly selected: string }) {
  const lectern = useLectern()
  const panel = panels.find(({ id }) => id === selected) ?? panels[0]
  if (!panel) return null
  return (
    <div className={styles.panel}>
      <div className={styles.close}>
        <IconButton icon="close" label="Close the side panel" onClick={() => showPanel(lectern, '')} />
      </div>
      <Tabs label="Side panel" tabs={panels} selected={panel.id} onSelect={id => showPanel(lectern, id)}>
        <Suspense>
          <panel.Component />
        </Suspense>
      </Tabs>
    </div>
  )
}
