import { z } from 'zod';
import { configurationSchema } from '../configuration.ts';

/** The part of JSON Schema that zod writes. */
export interface JsonSchema {
  readonly type?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly default?: unknown;
}

/** What a configuration file may say. */
export const CONFIGURATION_JSON_SCHEMA = z.toJSONSchema(configurationSchema, { io: 'input' }) as JsonSchema;

/** The same for editors, as JSON: keys that begin with `$` are comments. */
export function schemaText(): string {
  const titled = { title: 'Configuration of a Starling peer', ...withComments(CONFIGURATION_JSON_SCHEMA) };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}

function withComments(schema: JsonSchema): JsonSchema {
  if (schema.properties === undefined) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([key, inner]) => [key, withComments(inner)]),
  );
  return { ...schema, ...{ patternProperties: { '^\\$': {} } }, properties };
}
