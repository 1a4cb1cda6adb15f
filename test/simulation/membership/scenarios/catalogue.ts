import type { Outcome } from '../outcome.ts';
import { type EverydayOptions, everyday } from './everyday.ts';
import { type LifeguardOptions, lifeguard } from './lifeguard.ts';
import { type ManyDieOptions, manyDie } from './many-die.ts';
import { type MassRestartOptions, massRestart } from './mass-restart.ts';
import { type MutenessOptions, muteness } from './muteness.ts';
import { type RoughWeatherOptions, roughWeather } from './rough-weather.ts';
import { type SplitOptions, split } from './split.ts';

/** One scenario with its options, as it can be written down and replayed. */
export type Task =
  | Named<'everyday', EverydayOptions>
  | Named<'manyDie', ManyDieOptions>
  | Named<'split', SplitOptions>
  | Named<'massRestart', MassRestartOptions>
  | Named<'roughWeather', RoughWeatherOptions>
  | Named<'muteness', MutenessOptions>
  | Named<'lifeguard', LifeguardOptions>;

type Named<Name extends string, Options> = { readonly scenario: Name } & Options;

export function perform(task: Task): Outcome {
  switch (task.scenario) {
    case 'everyday':
      return everyday(task);
    case 'manyDie':
      return manyDie(task);
    case 'split':
      return split(task);
    case 'massRestart':
      return massRestart(task);
    case 'roughWeather':
      return roughWeather(task);
    case 'muteness':
      return muteness(task);
    case 'lifeguard':
      return lifeguard(task);
  }
}
