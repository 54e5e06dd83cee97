import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import styles from './Divider.module.css'

export interface DividerProps {
  readonly label: string
  /** Where it stands now, between `min` and `max`, in the unit the owner counts in. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** How far an arrow key moves it. */
  readonly step: number
  /** Units the value grows by for a pixel to the right. */
  readonly perPixel: () => number
  readonly onChange: (value: number) => void
  /** A double click, or Enter: back to how it was at first. */
  readonly onReset: () => void
}

/** The line between two panes; dragged, or moved by the arrow keys. */
export function Divider({ label, value, min, max, step, perPixel, onChange, onReset }: DividerProps) {
  const [drag, setDrag] = useState<{ readonly x: number; readonly value: number; readonly scale: number }>()
  const move = (next: number) => onChange(Math.min(Math.max(next, min), max))

  const startDrag = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ x: event.clientX, value, scale: perPixel() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = Math.sign(perPixel())
    const next = {
      ArrowLeft: value - step * direction,
      ArrowRight: value + step * direction,
      Home: min,
      End: max,
    }[event.key]
    if (next !== undefined) move(next)
    else if (event.key === 'Enter') onReset()
    else return
    event.preventDefault()
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value * 100) / 100}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.divider}
      data-dragging={drag !== undefined}
      onPointerDown={startDrag}
      onPointerMove={event => {
        if (drag) move(drag.value + (event.clientX - drag.x) * drag.scale)
      }}
      onPointerUp={() => setDrag(undefined)}
      onPointerCancel={() => setDrag(undefined)}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}
