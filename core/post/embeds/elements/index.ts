import type { ElementRule } from '../element-match.ts'
import { canvaElement } from './canva-element.ts'
import { codepenParagraph } from './codepen-paragraph.ts'
import { frame } from './frame.ts'
import { knownScript } from './known-script.ts'
import { linkedPoster } from './linked-poster.ts'
import { liteElement } from './lite-element.ts'
import { mediaElement } from './media-element.ts'
import { notistParagraph } from './notist-paragraph.ts'
import { pluginObject } from './plugin-object.ts'
import { slideshareWrapper } from './slideshare-wrapper.ts'
import { slidesliveScript } from './slideslive-script.ts'
import { socialQuote } from './social-quote.ts'
import { speakerdeckScript } from './speakerdeck-script.ts'

/** Tried in this order on pasted code: what names its item by id before frames, frames before players, scripts last. */
export const elementRules: readonly ElementRule[] = [
  speakerdeckScript,
  notistParagraph,
  slideshareWrapper,
  slidesliveScript,
  liteElement,
  socialQuote,
  codepenParagraph,
  canvaElement,
  frame,
  mediaElement,
  pluginObject,
  linkedPoster,
  knownScript,
]
