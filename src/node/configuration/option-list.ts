import { z } from 'zod';
import { configurationSchema } from '../configuration.ts';

/** One option of `network.json`, for people. */
export interface OptionDescription {
  /** `cluster.replicas`. */
  readonly path: string;
  readonly meaning: string;
  /** As it would be written in JSON; undefined where the meaning says what it is. */
  readonly defaultText: string | undefined;
}

/** The part of JSON Schema that zod writes and this reads. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly default?: unknown;
}

/** Every option there is, in the order of the schema. */
export const OPTION_LIST: readonly OptionDescription[] = describe(
  z.toJSONSchema(configurationSchema, { io: 'input' }) as JsonSchema,
  '',
);

function describe(schema: JsonSchema, path: string): OptionDescription[] {
  if (schema.properties === undefined) {
    const { description = '', default: value } = schema;
    return [
      { path, meaning: description, defaultText: value === undefined ? undefined : JSON.stringify(value) },
    ];
  }
  return Object.entries(schema.properties).flatMap(([key, inner]) =>
    describe(inner, path === '' ? key : `${path}.${key}`),
  );
}
