/** The words of update sections, by language. */
export interface UpdateWords {
  /** BCP 47. */
  readonly language: string
  /** What heads a new section. */
  readonly heading: string
  /** What opens a new banner. */
  readonly updated: string
  readonly seeBelow: string
  /** The sentence above a video that came after the talk. */
  readonly videoIsOut: string
  /** Words an update begins with, lower case, as parts of regular expressions. */
  readonly markers: readonly string[]
}

export const languages: readonly UpdateWords[] = [
  {
    language: 'en',
    heading: 'Update',
    updated: 'Updated:',
    seeBelow: 'see below',
    videoIsOut: 'The video of the talk is now available.',
    markers: [
      'updates?',
      'updated',
      'upd',
      'edits?',
      'edit to add',
      'edited(?: to add)?',
      'addend(?:um|a)',
      'errat(?:um|a)',
      'corrections?',
      'late(?:r)? edit',
      'editor.s note',
    ],
  },
  {
    language: 'fr',
    heading: 'Mise à jour',
    updated: 'Mis à jour :',
    seeBelow: 'voir ci-dessous',
    videoIsOut: 'La vidéo de la présentation est maintenant disponible.',
    markers: [
      'mises? à jour',
      'mise? à jour',
      'mis à jour',
      'màj',
      'maj',
      'édité',
      'édit',
      'ajout',
      'correctif',
    ],
  },
  {
    language: 'de',
    heading: 'Update',
    updated: 'Aktualisiert:',
    seeBelow: 'siehe unten',
    videoIsOut: 'Das Video des Vortrags ist jetzt verfügbar.',
    markers: ['aktualisierung(?:en)?', 'aktualisiert', 'nachtrag', 'nachträge', 'ergänzung', 'korrektur'],
  },
  {
    language: 'es',
    heading: 'Actualización',
    updated: 'Actualizado:',
    seeBelow: 'ver abajo',
    videoIsOut: 'Ya está disponible el vídeo de la charla.',
    markers: [
      'actualización',
      'actualizaciones',
      'actualizado',
      'edición',
      'editado',
      'corrección',
      'adenda',
    ],
  },
  {
    language: 'pt',
    heading: 'Atualização',
    updated: 'Atualizado:',
    seeBelow: 'ver abaixo',
    videoIsOut: 'O vídeo da palestra já está disponível.',
    markers: [
      'atualização',
      'atualizações',
      'actualização',
      'atualizado',
      'edição',
      'editado',
      'correção',
      'adendo',
    ],
  },
  {
    language: 'it',
    heading: 'Aggiornamento',
    updated: 'Aggiornato:',
    seeBelow: 'vedi sotto',
    videoIsOut: 'Il video della presentazione è ora disponibile.',
    markers: ['aggiornament[oi]', 'aggiornato', 'modifica', 'correzione'],
  },
  {
    language: 'nl',
    heading: 'Update',
    updated: 'Bijgewerkt:',
    seeBelow: 'zie onder',
    videoIsOut: 'De video van de presentatie is nu beschikbaar.',
    markers: ['bijgewerkt', 'aanvulling', 'correctie'],
  },
  {
    language: 'sv',
    heading: 'Uppdatering',
    updated: 'Uppdaterad:',
    seeBelow: 'se nedan',
    videoIsOut: 'Videon från föredraget finns nu.',
    markers: ['uppdatering(?:ar)?', 'uppdaterad', 'uppdaterat', 'tillägg', 'rättelse'],
  },
  {
    language: 'da',
    heading: 'Opdatering',
    updated: 'Opdateret:',
    seeBelow: 'se nedenfor',
    videoIsOut: 'Videoen fra foredraget er nu tilgængelig.',
    markers: ['opdatering(?:er)?', 'opdateret', 'tilføjelse', 'rettelse'],
  },
  {
    language: 'nb',
    heading: 'Oppdatering',
    updated: 'Oppdatert:',
    seeBelow: 'se under',
    videoIsOut: 'Videoen fra foredraget er nå tilgjengelig.',
    markers: ['oppdatering(?:er)?', 'oppdatert', 'tillegg'],
  },
  {
    language: 'fi',
    heading: 'Päivitys',
    updated: 'Päivitetty:',
    seeBelow: 'katso alta',
    videoIsOut: 'Esityksen video on nyt katsottavissa.',
    markers: ['päivitys', 'päivitykset', 'päivitetty', 'lisäys', 'korjaus'],
  },
  {
    language: 'pl',
    heading: 'Aktualizacja',
    updated: 'Zaktualizowano:',
    seeBelow: 'patrz niżej',
    videoIsOut: 'Nagranie prezentacji jest już dostępne.',
    markers: ['aktualizacj[ae]', 'zaktualizowano', 'edycja', 'poprawka', 'uzupełnienie'],
  },
  {
    language: 'cs',
    heading: 'Aktualizace',
    updated: 'Aktualizováno:',
    seeBelow: 'viz níže',
    videoIsOut: 'Video z přednášky je nyní k dispozici.',
    markers: ['aktualizace', 'aktualizováno', 'doplněno', 'doplnění', 'oprava'],
  },
  {
    language: 'sk',
    heading: 'Aktualizácia',
    updated: 'Aktualizované:',
    seeBelow: 'pozri nižšie',
    videoIsOut: 'Video z prednášky je už k dispozícii.',
    markers: ['aktualizácia', 'aktualizované', 'doplnené', 'doplnenie'],
  },
  {
    language: 'hu',
    heading: 'Frissítés',
    updated: 'Frissítve:',
    seeBelow: 'lásd lent',
    videoIsOut: 'Az előadás videója már elérhető.',
    markers: ['frissítés(?:ek)?', 'frissítve', 'kiegészítés', 'javítás'],
  },
  {
    language: 'ru',
    heading: 'Обновление',
    updated: 'Обновлено:',
    seeBelow: 'см. ниже',
    videoIsOut: 'Видео доклада теперь доступно.',
    markers: ['обновлени[ея]', 'обновлено', 'апдейт', 'дополнение', 'исправление'],
  },
  {
    language: 'zh',
    heading: '更新',
    updated: '更新：',
    seeBelow: '见下文',
    videoIsOut: '演讲视频现已发布。',
    markers: ['更新', '补充', '補充', '更正', '勘误'],
  },
  {
    language: 'ja',
    heading: '追記',
    updated: '追記：',
    seeBelow: '下記参照',
    videoIsOut: '発表の動画が公開されました。',
    markers: ['追記', '更新', '修正', '訂正'],
  },
  {
    language: 'ko',
    heading: '업데이트',
    updated: '업데이트:',
    seeBelow: '아래 참고',
    videoIsOut: '발표 영상이 공개되었습니다.',
    markers: ['업데이트', '수정', '추가'],
  },
]

/** The words of a language, such as `fr` or `fr-CA`; English where the language is unknown. */
export function wordsOf(language: string | undefined): UpdateWords {
  const short = language?.toLowerCase().split(/[-_]/)[0]
  return languages.find(words => words.language === (short === 'no' ? 'nb' : short)) ?? languages[0]!
}

/** The language a marker word belongs to; the first that has it. */
export function languageOfMarker(word: string): UpdateWords {
  const text = word.toLowerCase()
  return (
    languages.find(words => words.markers.some(marker => new RegExp(`^(?:${marker})$`, 'u').test(text))) ??
    languages[0]!
  )
}
