/**
 * Logarithm and exponential from + - * / alone, whose results IEEE 754 fixes to the last bit. `Math.log` and
 * `Math.exp` may differ there from processor to processor, and peers that differ in one comparison
 * would have different rings. Relative error below 1e-12.
 */

const LN_2 = 0.6931471805599453;

/** The natural logarithm of `x`, a positive normal number. */
export function ln(x: number): number {
  let mantissa = x;
  let doublings = 0;
  while (mantissa < 0.75) {
    mantissa *= 2;
    doublings--;
  }
  while (mantissa > 1.5) {
    mantissa /= 2;
    doublings++;
  }
  // ln m = 2 artanh z = 2 (z + z^3/3 + z^5/5 + ...) with |z| <= 1/5.
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let series = 0;
  for (let power = 17; power >= 1; power -= 2) series = series * square + 1 / power;
  return 2 * z * series + doublings * LN_2;
}

/** `e^x - 1` for `x >= 0`; Infinity beyond 700. */
export function expMinus1(x: number): number {
  if (x > 700) return Infinity;
  let part = x;
  let halvings = 0;
  while (part > 0.25) {
    part /= 2;
    halvings++;
  }
  // Taylor: x + x^2/2 + x^3/6 + ...
  let result = 0;
  for (let order = 10; order >= 1; order--) result = (part / order) * (1 + result);
  // e^2x - 1 = (e^x - 1)(e^x + 1)
  for (; halvings > 0; halvings--) result *= result + 2;
  return result;
}
