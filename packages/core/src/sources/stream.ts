/** What is at hand already, in the shape of what comes bit by bit. */
export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}
