import type { DictionaryFiles } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { tagOf } from '../../core/post/spelling/index.ts'

/** A dictionary as a writer has it: two files with the same name. */
export interface PickedDictionary extends DictionaryFiles {
  readonly language: string
}

/**
 * Reads the two files of a Hunspell dictionary, in the encoding that the `.aff` names (hunspell(5), SET).
 *
 * @throws LecternError 'spelling.bad-dictionary'
 */
export async function readDictionaryFiles(files: readonly File[]): Promise<PickedDictionary> {
  const aff = files.find(file => file.name.endsWith('.aff'))
  const dic = files.find(file => file.name.endsWith('.dic'))
  const language = tagOf(aff?.name.replace(/\.aff$/, ''))
  if (!aff || !dic || language === undefined)
    throw new LecternError('spelling.bad-dictionary', [files.map(file => file.name).join(', ')])
  const [affBytes, dicBytes] = await Promise.all([aff.arrayBuffer(), dic.arrayBuffer()])
  const decoder = decoderFor(affBytes)
  const text = { aff: decoder.decode(affBytes), dic: decoder.decode(dicBytes) }
  if (!/^\uFEFF?\s*\d+/.test(text.dic)) throw new LecternError('spelling.bad-dictionary', [dic.name])
  // The text is UTF-8 from here on.
  return { language, dic: text.dic, aff: text.aff.replace(/^SET[ \t].*$/m, 'SET UTF-8') }
}

function decoderFor(aff: ArrayBuffer): TextDecoder {
  const named = /^SET[ \t]+(\S+)/m.exec(new TextDecoder('latin1').decode(aff))?.[1] ?? 'latin1'
  try {
    return new TextDecoder(named.replace(/^(ISO)(8859)/i, '$1-$2'))
  } catch {
    return new TextDecoder()
  }
}
