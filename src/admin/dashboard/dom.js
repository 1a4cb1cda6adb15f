/** Puts things on the page. Text only ever becomes text: what a peer sends is never read as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string} Child */

/**
 * @param {string} id of an element that index.html has
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no element #${id}`);
  return found;
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function html(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  return dressed(made, attributes, children);
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  return dressed(made, attributes, children);
}

/**
 * Where nothing changed nothing is touched, so that a selection and a screen reader are left in peace.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * A list of sentences, which is made anew only where one has changed.
 * @param {Element} list
 * @param {readonly string[]} sentences
 */
export function setList(list, sentences) {
  const shown = [...list.children].map(({ textContent }) => textContent);
  if (shown.length === sentences.length && sentences.every((sentence, index) => sentence === shown[index]))
    return;
  list.replaceChildren(...sentences.map((sentence) => html('li', {}, sentence)));
}

/**
 * @template {Element} Made
 * @param {Made} made
 * @param {Readonly<Record<string, string>>} attributes
 * @param {readonly Child[]} children
 * @returns {Made}
 */
function dressed(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
