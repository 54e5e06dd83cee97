/** Posts of a given size for the bench: the same each time, with a bit of everything a talk post has. */

const words =
  'slides talk audience question answer boat harbour morning network library version release compiler memory thread packet meeting coffee window bridge garden winter people always never often maybe about under between'.split(
    ' ',
  )

export function postOfSize(sizeBytes: number): string {
  const random = seeded(sizeBytes)
  const sentence = (count: number): string => {
    const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]!)
    return `${chosen.join(' ')}.`.replace(/^./, letter => letter.toUpperCase())
  }
  const parts = ['---\nlayout: post\ntitle: "Bench"\ndate: 2026-01-02 13:00:00\ntags: [bench]\n---\n']
  const definitions = Array.from(
    { length: 20 },
    (_, index) => `[note ${index}]: https://quay.example/${index}`,
  )
  let size = parts[0]!.length + definitions.join('\n').length
  for (let index = 0; size < sizeBytes; index++) {
    const block = blocks[Math.floor(random() * blocks.length)]!(sentence, index)
    parts.push(block)
    size += block.length + 1
  }
  return [...parts, definitions.join('\n'), ''].join('\n')
}

/** As many paragraphs as embeds, in turn; without embeds, as many lines of words of the same length stand in their place. */
export function postOfEmbeds(count: number, withEmbeds: boolean): string {
  const paragraphs = postOfSize(count * 450)
    .split('\n\n')
    .filter(block => /^[A-Z]/.test(block))
  const filling = paragraphs.join(' ').replaceAll(/\s+|\[[^\]]*\]/g, ' ')
  const blocks = Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(11, 'A')
    const embed = `<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/${id}" frameborder="0" allowfullscreen></iframe>\n</div>`
    const words = filling
      .slice(index * 7)
      .trimStart()
      .slice(0, embed.length)
    return `${paragraphs[index % paragraphs.length]!}\n\n${withEmbeds ? embed : words}\n`
  })
  return ['---\nlayout: post\ntitle: "Bench"\ndate: 2026-01-02 13:00:00\n---\n', ...blocks].join('\n')
}

type Block = (sentence: (count: number) => string, index: number) => string

const paragraph: Block = (sentence, index) =>
  `${sentence(12)} ${sentence(18)}\n${sentence(14)} See [the notes][note ${index % 20}], *more* or \`less\`.\n`

const blocks: readonly Block[] = [
  paragraph,
  paragraph,
  paragraph,
  sentence => `### ${sentence(4)}\n`,
  sentence => `- ${sentence(7)}\n- **${sentence(3)}** ${sentence(6)}\n- ${sentence(9)}\n`,
  sentence => `> ${sentence(14)}\n> ${sentence(10)}\n`,
  (_, index) => `~~~ ocaml\nlet boats = ${index} in\nprint boats\n~~~\n`,
  (_, index) =>
    `<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/${String(index).padStart(11, 'A')}" frameborder="0" allowfullscreen></iframe>\n</div>\n`,
]

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
