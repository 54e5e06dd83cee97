import { expect, test } from 'vitest'
import { isRefusal, readReplacement, recogniseEmbed } from '../../../../../core/post/embeds/index.ts'
import inputs from '../../../../corpus/embed-inputs.json' with { type: 'json' }

interface Input {
  readonly input: string
  /** Why it is no embed. */
  readonly refused?: string
  readonly provider?: string
  readonly id?: string | null
  /** Some of them: what else the markup says is left open. */
  readonly params?: Readonly<Record<string, unknown>>
}

const cases: readonly Input[] = inputs

/** Pages and strangers have no id to be asked for by. */
const withoutItem = new Set(['card', 'dead', 'iframe', 'unknown'])

test.each(cases)('$input', ({ input, refused, provider, id, params = {} }) => {
  const embed = recogniseEmbed(input)
  if (isRefusal(embed)) {
    expect(embed.reason).toBe(refused)
    return
  }
  expect(embed).toMatchObject({ provider, ...(id !== undefined && { id }), params })
  if (embed.id === null || withoutItem.has(embed.kind)) return
  // An id typed in its place means the same item.
  expect(readReplacement(embed, embed.id)).toMatchObject({ provider: embed.provider, id: embed.id })
})
