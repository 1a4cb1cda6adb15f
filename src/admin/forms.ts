import { type ErrorCode, StarlingError } from '../base/errors.ts';
import { type Answer, errorAnswer, jsonAnswer } from './answer.ts';

/** Makes the answer to a POST of JSON to one path. It reads as well, and changes nothing. */
export type Form = (content: unknown) => Promise<Answer>;

/** Every path that takes a POST: what is asked about is in its body, so that it is in no log and no history of a browser. */
export function formsOf(explain: (key: string) => Promise<object>): ReadonlyMap<string, Form> {
  return new Map<string, Form>([
    [
      '/api/explain',
      async (content) => {
        const key = keyIn(content);
        return key === undefined
          ? errorAnswer(400, 'INVALID_ARGUMENT', 'the body is to be { "key": "..." }')
          : explanation(explain, key);
      },
    ],
  ]);
}

const STATUS_OF_CODE: ReadonlyMap<ErrorCode, number> = new Map([
  ['INVALID_ARGUMENT', 400],
  ['UNAVAILABLE', 503],
  ['TIMEOUT', 503],
  ['OVERLOADED', 503],
  ['STOPPED', 503],
]);

async function explanation(explain: (key: string) => Promise<object>, key: string): Promise<Answer> {
  try {
    return jsonAnswer(200, await explain(key));
  } catch (error) {
    const status = error instanceof StarlingError ? STATUS_OF_CODE.get(error.code) : undefined;
    if (status === undefined) throw error;
    const { code, message } = error as StarlingError;
    return errorAnswer(status, code, message);
  }
}

function keyIn(content: unknown): string | undefined {
  const isObject = typeof content === 'object' && content !== null && Object.hasOwn(content, 'key');
  const key = isObject ? (content as { key: unknown }).key : undefined;
  return typeof key === 'string' ? key : undefined;
}
