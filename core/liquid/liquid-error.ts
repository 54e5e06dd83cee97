/** Ruby's name of an error's class, as a build log shows it before the message. */
export type ErrorClass =
  | 'Liquid::ArgumentError'
  | 'Liquid::ContextError'
  | 'Liquid::FileSystemError'
  | 'Liquid::FloatDomainError'
  | 'Liquid::MemoryError'
  | 'Liquid::StackLevelError'
  | 'Liquid::SyntaxError'
  | 'Liquid::ZeroDivisionError'
  | 'Addressable::URI::InvalidURIError'
  | 'ArgumentError'
  | 'IOError'
  | 'NoMethodError'
  | 'TypeError'
  | 'SyntaxError'
  | 'Jekyll::Errors::InvalidDateError'
  | 'Jekyll::Errors::PostURLError'

/** What stops a template, with the class and the words Ruby's Liquid and Jekyll use (liquid/errors.rb, locales/en.yml). */
export class LiquidError extends Error {
  readonly errorClass: ErrorClass
  /** The message without line and template. */
  readonly detail: string
  lineNumber: number | undefined
  templateName: string | undefined
  markupContext: string | undefined
  /** The line of the outermost include it came up through, in the template rendered first. */
  includedAt: number | undefined

  constructor(errorClass: ErrorClass, detail: string) {
    super(detail)
    this.name = 'LiquidError'
    this.errorClass = errorClass
    this.detail = detail
  }

  /** The message as Ruby prints it: `Liquid error (line 3): divided by 0`. */
  get text(): string {
    if (!this.errorClass.startsWith('Liquid::')) return this.detail
    const kind = this.errorClass === 'Liquid::SyntaxError' ? 'Liquid syntax error' : 'Liquid error'
    const template = this.templateName === undefined ? '' : `${this.templateName} `
    const place = this.lineNumber === undefined ? '' : ` (${template}line ${this.lineNumber})`
    const context = this.markupContext === undefined ? '' : ` ${this.markupContext}`
    return `${kind}${place}: ${this.detail}${context}`
  }
}

export function syntaxError(detail: string): LiquidError {
  return new LiquidError('Liquid::SyntaxError', detail)
}

export function argumentError(detail: string): LiquidError {
  return new LiquidError('Liquid::ArgumentError', detail)
}
