import { createHash } from "node:crypto";
import { CannotCheck, type Change, type ChangedFile, type Policy } from "@failcheck/core";
import type { Shard } from "../request.ts";

/** Reads `2/4`. */
export function readShard(text: string): Shard {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new CannotCheck(`--shard ${text} is no part of a whole: write 2/4 for the second of four.`);
}

/**
 * The part of a change's end result that one machine looks at: split by a hash of the path, so that every machine sees the same
 * split without asking the others. What the commits carry is split where it is listed. The trees stay whole: rules read what they
 * need; and the first machine, which runs the rules over the whole tree, hears of every file.
 */
export function shardOf(change: Change, shard: Shard): Change {
  return {
    ...change,
    files: parted(change.files, shard),
    get skipped() {
      return change.skipped.filter(({ path }) => isMine(path, shard));
    },
  };
}

/** Rules over the whole tree run on the first machine alone. */
export function shardPolicy(policy: Policy, { index }: Shard): Policy {
  return index === 1 ? policy : { ...policy, rules: policy.rules.filter(({ rule }) => rule.kind !== "repository") };
}

async function* parted(files: AsyncIterable<ChangedFile>, shard: Shard): AsyncGenerator<ChangedFile> {
  for await (const file of files) {
    if (isMine(file.path, shard)) yield file;
    else if (shard.index === 1) yield { ...file, elsewhere: true };
  }
}

function isMine(key: string, { index, of }: Shard): boolean {
  return createHash("sha256").update(key).digest().readUInt32BE() % of === index - 1;
}
