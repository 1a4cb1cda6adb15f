import path from 'node:path';
import fc from 'fast-check';
import protobuf from 'protobufjs';

const PROTO = path.resolve(import.meta.dirname, '../../proto/starling/v1');
const FILES = ['client', 'common', 'handshake', 'membership', 'replica', 'sync'];

const root = new protobuf.Root();
root.resolvePath = (_origin, target) => path.resolve(PROTO, '../..', target);
root.loadSync(FILES.map((file) => path.join(PROTO, `${file}.proto`)));

/** Of a repeated field. No message holds one of its own kind, so that none is without end. */
const MOST_ITEMS = 3;

/** Instead of any bytes or numbers: what these fields must be for a message to be taken now and then. */
export type FieldArbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const texts = fc.oneof(
  fc.constantFrom('', 'a', 'key', '12D3KooWabc', '/ip4/127.0.0.1/tcp/7400', '\u{1f426}', '__proto__'),
  fc.string({ maxLength: 12 }),
);
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const someBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  bytesOf(8),
  bytesOf(14),
  bytesOf(32),
  bytesOf(64),
);
const naturals = fc.oneof(fc.nat(3), fc.constantFrom(1, 16, 1024, 0xffff_ffff), fc.nat(0xffff_ffff));
const doubles = fc.oneof(fc.nat(2 ** 48), fc.constantFrom(NaN, Infinity, -1, 0.5));

/** Bytes of any message of this type: each field is there or not, each `oneof` has one of its fields or none. */
export function messagesOf(type: string, fields: FieldArbitraries = {}): fc.Arbitrary<Uint8Array> {
  const message = root.lookupType(`starling.v1.${type}`);
  return objectsOf(message, fields).map((object) => message.encode(message.create(object)).finish());
}

function objectsOf(type: protobuf.Type, fields: FieldArbitraries): fc.Arbitrary<Record<string, unknown>> {
  const isChoice = (field: protobuf.Field) => field.partOf !== null && !field.options?.['proto3_optional'];
  const own = type.fieldsArray.filter((field) => !isChoice(field));
  const parts = [
    fc.record(Object.fromEntries(own.map((field) => [field.name, valuesOf(field, fields)])), {
      requiredKeys: own.map(({ name }) => name).filter((name) => `${type.name}.${name}` in fields),
    }),
    ...type.oneofsArray
      .filter((choice) => choice.fieldsArray.some(isChoice))
      .map((choice) =>
        fc.oneof(
          ...choice.fieldsArray.map((field) =>
            valuesOf(field, fields).map((value) => ({ [field.name]: value })),
          ),
        ),
      ),
  ];
  return fc.tuple(...parts).map((chosen) => Object.assign({}, ...chosen) as Record<string, unknown>);
}

function valuesOf(field: protobuf.Field, fields: FieldArbitraries): fc.Arbitrary<unknown> {
  const given = fields[`${field.parent!.name}.${field.name}`];
  if (given !== undefined) return given;
  const single = singleValuesOf(field, fields);
  if (field.map) return fc.dictionary(texts, single, { maxKeys: MOST_ITEMS });
  return field.repeated ? fc.array(single, { maxLength: MOST_ITEMS }) : single;
}

function singleValuesOf(field: protobuf.Field, fields: FieldArbitraries): fc.Arbitrary<unknown> {
  field.resolve();
  if (field.resolvedType instanceof protobuf.Type) return objectsOf(field.resolvedType, fields);
  if (field.resolvedType instanceof protobuf.Enum) {
    return fc.oneof(fc.constantFrom(...Object.values(field.resolvedType.values)), fc.nat(40));
  }
  switch (field.type) {
    case 'string':
      return texts;
    case 'bytes':
      return someBytes;
    case 'bool':
      return fc.boolean();
    case 'double':
      return doubles;
    default:
      return naturals;
  }
}
