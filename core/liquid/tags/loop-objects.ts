import { RubyObject, type RubyValue } from '../../ruby/index.ts'

/** What `for` and `tablerow` tell alike of where they are. */
abstract class Loop extends RubyObject {
  index = 0
  readonly #length: number
  /** As Ruby prints the object. */
  readonly #className: string

  constructor(length: number, className: string) {
    super()
    this.#length = length
    this.#className = className
  }

  get isLast(): boolean {
    return this.index === this.#length - 1
  }

  get(key: string): RubyValue {
    switch (key) {
      case 'index':
        return this.index + 1
      case 'index0':
        return this.index
      case 'rindex':
        return this.#length - this.index
      case 'rindex0':
        return this.#length - this.index - 1
      case 'first':
        return this.index === 0
      case 'last':
        return this.isLast
      case 'length':
        return this.#length
      default:
        return null
    }
  }

  has(): boolean {
    return true
  }

  keys(): readonly string[] {
    return []
  }

  toText(): string {
    return this.#className
  }
}

/** `forloop` (liquid/forloop_drop.rb). */
export class ForLoop extends Loop {
  readonly #name: string
  readonly #parent: ForLoop | undefined

  constructor(name: string, length: number, parent: ForLoop | undefined) {
    super(length, 'Liquid::ForloopDrop')
    this.#name = name
    this.#parent = parent
  }

  override get(key: string): RubyValue {
    switch (key) {
      case 'name':
        return this.#name
      case 'parentloop':
        return this.#parent ?? null
      default:
        return super.get(key)
    }
  }
}

/** `tablerowloop` (liquid/tablerowloop_drop.rb). */
export class TableRowLoop extends Loop {
  column = 1
  row = 1
  readonly #columns: number

  constructor(length: number, columns: number) {
    super(length, 'Liquid::TablerowloopDrop')
    this.#columns = columns
  }

  get isLastOfRow(): boolean {
    return this.column === this.#columns
  }

  advance(): void {
    this.index++
    if (this.isLastOfRow) {
      this.column = 1
      this.row++
    } else {
      this.column++
    }
  }

  override get(key: string): RubyValue {
    switch (key) {
      case 'col':
        return this.column
      case 'col0':
        return this.column - 1
      case 'col_first':
        return this.column === 1
      case 'col_last':
        return this.isLastOfRow
      case 'row':
        return this.row
      default:
        return super.get(key)
    }
  }
}
