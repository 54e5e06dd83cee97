const usual = [
  [16, 9],
  [4, 3],
  [3, 2],
  [16, 10],
  [1, 1],
  [9, 16],
] as const

/** `16:9` for what is nearly that, else one number: `1.42:1`. */
export function ratioWords(ratio: number): string {
  const near = usual.find(([width, height]) => Math.abs(ratio / (width / height) - 1) < 0.02)
  return near ? near.join(':') : `${Number(ratio.toFixed(2))}:1`
}
