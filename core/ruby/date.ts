/** Ruby's Date: a day of the Gregorian calendar, without time or zone. */
export class RubyDate {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }
}
