/** What is at hand already, in the shape of what comes bit by bit. No generator: of thousands of files none waits more than it must. */
export function streamOf<Item>(items: Iterable<Item>): AsyncIterable<Item> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = items[Symbol.iterator]();
      return { next: () => Promise.resolve(iterator.next()) };
    },
  };
}
