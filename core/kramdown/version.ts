/** The two kramdowns that differ: 2.4 (GitHub Pages, Jekyll 4.3) and 2.5. */
export type Version = '2.4' | '2.5'
