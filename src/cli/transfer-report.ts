import type { TransferReport } from '../storage/backup/transfer.ts';
import { bytes } from '../base/quantity.ts';

/** `1.2 GiB linked, 12.4 MiB copied` */
export function transferred({ linkedBytes, copiedBytes }: TransferReport): string {
  return `${bytes(linkedBytes)} linked, ${bytes(copiedBytes)} copied`;
}

/** Why more was copied than had to be; empty where nothing was. */
export function copiedBecause({ linkRefusal }: TransferReport): string {
  if (linkRefusal === undefined) return '';
  const why =
    linkRefusal === 'EXDEV' ? 'they are on two file systems' : `the file system refuses (${linkRefusal})`;
  return `files were copied that could have been linked, were it not that ${why}\n`;
}
