import { CONFIGURATION_JSON_SCHEMA, type JsonSchema } from './json-schema.ts';

/** One option of `network.json`, for people. */
export interface OptionDescription {
  /** `cluster.replicas`. */
  readonly path: string;
  readonly meaning: string;
  /** As it would be written in JSON; undefined where the meaning says what it is. */
  readonly defaultText: string | undefined;
  /** JSON's types that it may have: string, integer, number, boolean, array. */
  readonly types: ReadonlySet<string>;
}

/** Every option there is, in the order of the schema. */
export const OPTION_LIST: readonly OptionDescription[] = describe(CONFIGURATION_JSON_SCHEMA, '');

function describe(schema: JsonSchema, path: string): OptionDescription[] {
  if (schema.properties === undefined) {
    const { description = '', default: value } = schema;
    const types = new Set([schema, ...(schema.anyOf ?? [])].flatMap(({ type }) => type ?? []));
    const defaultText = value === undefined ? undefined : JSON.stringify(value);
    return [{ path, meaning: description, defaultText, types }];
  }
  return Object.entries(schema.properties).flatMap(([key, inner]) =>
    describe(inner, path === '' ? key : `${path}.${key}`),
  );
}
