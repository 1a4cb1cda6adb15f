/**
 * The items up to the moment of the abort. What waits for bytes only notices once its source is destroyed: whoever aborts
 * does that too, and neither the error nor the cut-off item that this leads to is handed on.
 */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      yield item;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
