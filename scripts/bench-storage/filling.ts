import { shuffled } from './data-set.ts';
import type { Measurement } from './measurement.ts';
import { untilQuiet } from './quiet.ts';
import { times, write } from './writers.ts';

const IN_FLIGHT = 1024;

/** Not for its figures: what it leaves in its folder is what the measurements of filled stores begin with. */
export const FILLING: Measurement = {
  name: 'filling',
  title: 'filling',
  startsWith: 'nothing',
  figures: [],
  steps: [
    {
      async measure(site) {
        const { contender, folder, keys } = site;
        const store = await contender.open(folder);
        const next = times(keys, (index) => shuffled(index, keys));
        await write({ store, inFlight: IN_FLIGHT, next });
        await untilQuiet(site);
        await store.close();
        return {};
      },
    },
  ],
};
