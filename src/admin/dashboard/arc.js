/** Paths along a circle. Angles are shares of the whole, clockwise from the top. */

/**
 * A piece of a band around the centre.
 * @param {number} from
 * @param {number} to not much more than half of the circle further
 * @param {{ inner: number, outer: number }} radii
 */
export function bandPiece(from, to, { inner, outer }) {
  const isLarge = to - from > 0.5 ? 1 : 0;
  return (
    `M${point(from, outer)}A${outer} ${outer} 0 ${isLarge} 1 ${point(to, outer)}` +
    `L${point(to, inner)}A${inner} ${inner} 0 ${isLarge} 0 ${point(from, inner)}Z`
  );
}

/**
 * @param {number} share
 * @param {number} radius
 */
export function point(share, radius) {
  const [x, y] = xy(share, radius);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/**
 * @param {number} share
 * @param {number} radius
 * @returns {[number, number]}
 */
export function xy(share, radius) {
  const angle = share * 2 * Math.PI;
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
}
