/** A generated part of a document stands between `<!-- name -->` and `<!-- /name -->`; nothing else is ever rewritten. */
function marks(name: string): readonly [open: string, close: string] {
  return [`<!-- ${name} -->`, `<!-- /${name} -->`];
}

/** The document with the part of this name replaced; undefined where it has no such part. */
export function withPart(document: string, name: string, content: string): string | undefined {
  const [open, close] = marks(name);
  const start = document.indexOf(open);
  const end = document.indexOf(close, start);
  if (start < 0 || end < 0) return undefined;
  return `${document.slice(0, start + open.length)}\n\n${content}\n\n${document.slice(end)}`;
}
