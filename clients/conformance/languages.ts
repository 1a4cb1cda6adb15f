import type { Language } from './language.ts';
import { go } from './languages/go.ts';
import { python } from './languages/python.ts';
import { rust } from './languages/rust.ts';
import { typescript } from './languages/typescript.ts';

export const LANGUAGES: readonly Language[] = [typescript, python, go, rust];
