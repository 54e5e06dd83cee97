import styles from './Icon.module.css'

/** Icons drawn for Lectern on a 16-unit grid, 1.4 units of stroke. */
const paths = {
  add: 'M8 3v10M3 8h10',
  back: 'M10 3 5 8l5 5',
  board: 'M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v5h-3z',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5',
  columns: 'M2.5 3h11v10h-11zM8 3v10',
  copy: 'M5.5 5.5h8v8h-8zM3 10.500h-.5v-8h8V3',
  details: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  embed: 'M2 3.500h12v9H2zM6.800 6v4l3.200-2z',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.600M8 10.800v.2',
  external: 'M9.500 2.500h4v4M13.500 2.500 7.500 8.500M11.500 9v4.500h-9v-9H7',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  filter: 'M2.500 4h11M4.500 8h7M6.500 12h3',
  folder: 'M2 4h4l1.500 1.500H14V13H2z',
  history: 'M2.500 8a5.500 5.500 0 1 0 1.800-4.100M2.500 2.500v2.700h2.700M8 5v3.200l2.200 1.400',
  image: 'M2 3h12v10H2zM2 11l3.500-3.500 3 3 2-2 3.500 3.500M10.700 5.800h.1',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.500V11M8 5v.2',
  link: 'M6.500 9.500 9.500 6.500M7 4.500l1.200-1.200a3 3 0 0 1 4.500 4.400L11.500 9M9 11.500l-1.200 1.200a3 3 0 0 1-4.500-4.400L4.500 7',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
  more: 'M3.500 8h.1M8 8h.1M12.500 8h.1',
  offline: 'M2 6.500a9 9 0 0 1 12 0M4.200 9a5.600 5.600 0 0 1 7.600 0M8 12h.1M3 2.500l10 11',
  outline: 'M2.500 4h2M6.500 4h7M4.500 8h2M8.500 8h5M4.500 12h2M8.500 12h5',
  page: 'M2.500 2.500h11v11h-11zM2.500 5.500h11',
  play: 'M5 3.200v9.600L12.500 8z',
  problems: 'M8 2.500 14 13H2zM8 6.500v3M8 11.300v.1',
  publish: 'M8 10.500V2.500M4.800 5.500 8 2.300l3.200 3.200M2.500 10v3.500h11V10',
  redo: 'M13 7.500H6a3.500 3.500 0 0 0 0 7M13 7.500 10 4.500M13 7.500l-3 3',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.300 10.300 14 14',
  settings: 'M2.500 4.500h6M11.500 4.500h2M2.500 11.500h2M7.500 11.500h6M10 3v3M6 10v3',
  sidebar: 'M2.500 3h11v10h-11zM6.500 3v10',
  swap: 'M2.500 5.500h10M9.500 2.500l3 3-3 3M13.500 10.500h-10M6.500 7.500l-3 3 3 3',
  trash: 'M2.500 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9',
  undo: 'M3 7.500h7a3.500 3.500 0 0 1 0 7M3 7.500l3-3M3 7.500l3 3',
  update: 'M3 2.500h10v11H3zM3 6h10M5.500 1.500v2M10.500 1.500v2M5.500 9.500h5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
