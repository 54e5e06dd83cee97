import { useEffect, useState } from 'react'
import type { LinkPlace } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Picker } from '../ui/Picker.tsx'

/** Where else the writer links to an address; picking a post opens it. */
export function LinkPlacesDialog({ argument, onClose }: DialogProps) {
  const { host, desk, notices } = useLectern()
  const url = typeof argument === 'string' ? argument : ''
  const [places, setPlaces] = useState<readonly LinkPlace[]>([])
  useEffect(() => {
    let current = true
    host.linkPlaces(url).then(found => current && setPlaces(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices, url])
  return (
    <Picker
      label={`Links to ${url}`}
      placeholder={`Posts that link to ${url}`}
      icon="link"
      items={places.map(({ path, line, text, label }, index) => ({
        id: `${index}`,
        label: path.slice(path.lastIndexOf('/') + 1),
        detail: text,
        aside: label === undefined ? `line ${line}` : `[${label}], line ${line}`,
      }))}
      onClose={onClose}
      onPick={index => {
        const place = places[Number(index)]
        if (place) void desk.open(place.path)
      }}
    />
  )
}
