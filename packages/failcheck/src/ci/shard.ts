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
 * The part of a change that one machine looks at: split by a hash of the path, so that every machine sees the
 * same split without asking the others, and a path is counted once. The trees stay whole: rules read what they need.
 */
export function shardOf(change: Change, shard: Shard): Change {
  return {
    ...change,
    files: only(change.files, ({ path }) => isMine(path, shard)),
    carried: only(change.carried, ({ path }) => isMine(path, shard)),
    get skipped() {
      return change.skipped.filter(({ path }) => isMine(path, shard));
    },
  };
}

/** Rules over the whole tree run on the first machine alone. */
export function shardPolicy(policy: Policy, { index }: Shard): Policy {
  return index === 1 ? policy : { ...policy, rules: policy.rules.filter(({ rule }) => rule.kind !== "repository") };
}

async function* only(files: AsyncIterable<ChangedFile>, mine: (file: ChangedFile) => boolean): AsyncGenerator<ChangedFile> {
  for await (const file of files) if (mine(file)) yield file;
}

function isMine(key: string, { index, of }: Shard): boolean {
  return createHash("sha256").update(key).digest().readUInt32BE() % of === index - 1;
}
