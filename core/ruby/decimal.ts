/** An exact decimal number: `digits × 10^-scale`. Ruby's BigDecimal, as far as Liquid's arithmetic uses it. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Fraction digits a quotient is carried to; more than a Float can tell apart. */
const quotientScale = 34

export function decimalFrom(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.trim().toLowerCase().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(`${whole}${fraction}`)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

export function decimalToNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`)
}

export function add(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right)
  return { digits: a + b, scale }
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right)
  return { digits: a - b, scale }
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale }
}

/** @throws RangeError when dividing by zero */
export function divide(left: Decimal, right: Decimal): Decimal {
  const [a, b] = align(left, right)
  return { digits: (a * 10n ** BigInt(quotientScale)) / b, scale: quotientScale }
}

/** The remainder with the sign of the divisor, as Ruby's `%`. */
export function modulo(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right)
  return { digits: floorModulo(a, b), scale }
}

export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient
}

export function floorModulo(left: bigint, right: bigint): bigint {
  return left - floorDivide(left, right) * right
}

/** Rounds half away from zero to this many fraction digits; negative ones round to tens, hundreds. */
export function round(value: Decimal, places: number): Decimal {
  if (places >= value.scale) return value
  const unit = 10n ** BigInt(value.scale - places)
  const magnitude = value.digits < 0n ? -value.digits : value.digits
  const rounded = (magnitude + unit / 2n) / unit
  const digits = value.digits < 0n ? -rounded : rounded
  return places >= 0 ? { digits, scale: places } : { digits: digits * 10n ** BigInt(-places), scale: 0 }
}

export function floor({ digits, scale }: Decimal): bigint {
  return floorDivide(digits, 10n ** BigInt(scale))
}

export function ceil({ digits, scale }: Decimal): bigint {
  return -floorDivide(-digits, 10n ** BigInt(scale))
}

function align(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale)
  return [
    left.digits * 10n ** BigInt(scale - left.scale),
    right.digits * 10n ** BigInt(scale - right.scale),
    scale,
  ]
}
