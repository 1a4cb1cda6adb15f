import type { Language } from './language.ts';
import { go } from './languages/go.ts';
import { java } from './languages/java.ts';
import { python } from './languages/python.ts';
import { rust } from './languages/rust.ts';
import { typescript } from './languages/typescript.ts';

export const LANGUAGES: readonly Language[] = [typescript, python, go, rust, java];
