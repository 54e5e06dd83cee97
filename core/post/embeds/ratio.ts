import { type HtmlTag, attribute } from './html-scanner.ts'

/** `560/315` from the `width` and `height` a tag gives in pixels; percentages say nothing about the shape. */
export function writtenRatio(tag: HtmlTag): string | undefined {
  const width = pixels(attribute(tag, 'width'))
  const height = pixels(attribute(tag, 'height'))
  return width && height ? `${width}/${height}` : undefined
}

/** Width divided by height as a tag says it: `data-ratio`, `width` and `height`, CSS `aspect-ratio`, `padding-top`. */
export function ratioOf(tag: HtmlTag, wrapper?: HtmlTag): number | undefined {
  const style = attribute(tag, 'style')
  const padding = /padding-(?:top|bottom)\s*:\s*([\d.]+)%/.exec(
    wrapper ? attribute(wrapper, 'style') : '',
  )?.[1]
  return (
    sensible(Number(attribute(tag, 'data-ratio'))) ??
    ratioNumber(writtenRatio(tag)) ??
    ratioNumber(/aspect-ratio\s*:\s*([\d.]+(?:\s*\/\s*[\d.]+)?)/.exec(style)?.[1]) ??
    (padding ? sensible(100 / Number(padding)) : undefined)
  )
}

/** `16/9` or `1.78` as a number; undefined for shapes no player has. */
export function ratioNumber(text: string | number | boolean | undefined): number | undefined {
  if (typeof text === 'number') return sensible(text)
  if (typeof text !== 'string') return undefined
  const [width, height = '1'] = text.split('/')
  return sensible(Number(width) / Number(height))
}

function sensible(ratio: number): number | undefined {
  return ratio > 0.1 && ratio < 20 ? ratio : undefined
}

function pixels(text: string): number | undefined {
  const match = /^\s*(\d{1,5})(?:px)?\s*$/.exec(text)
  return match && Number(match[1]) > 0 ? Number(match[1]) : undefined
}
