import { stripVTControlCharacters } from 'node:util';

export interface Column {
  readonly title: string;
  /** Numbers stand right. Default left. */
  readonly align?: 'left' | 'right';
}

/** Rows under their titles, in columns as wide as they need to be; colours take no room. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  return lines
    .map((line) =>
      columns.map((column, index) => padded(line[index] ?? '', widths[index] ?? 0, column)).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function padded(text: string, width: number, { align }: Column): string {
  const padding = ' '.repeat(width - widthOf(text));
  return align === 'right' ? padding + text : text + padding;
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
