import { expect, test } from "vitest";
import { isReference } from "./reference.ts";
import { isSecret } from "./value.ts";

test.each(["a${HOST}b", "{{ item.key }}", "x{{ map(list[0]) }}y", "#{ENV['A']}", "pre${X:-"])(
  "%s is filled in at run time",
  (value) => {
    expect(isReference(value)).toBe(true);
  },
);

test("brackets that cross are no template: a password may have them", () => {
  const value = "k{{m}q)w${p]tz";
  expect(isReference(value)).toBe(false);
  expect(isSecret(value, "password", true)).toBe(true);
});

test("a long value with crossed brackets and many signs is a key without a digit too; a regular expression is none", () => {
  const value = ["q{{w}r)t${y]plk", "(fds[gh>-_$#mnbv}}xz!c"].join("");
  expect(isSecret(value, "key", true)).toBe(true);
  expect(isSecret("^(?:[^(){}]+|[{(])~#@!%&-=;:,<>$_qwerty", "key", true)).toBe(false);
});

test("what is laid out as a bot's token of Telegram, and is too long or too short for one, is none", () => {
  expect(isSecret(["1770", "A679d7bia8m1e5zna7urkmxsfksl3liavyt"].join(":"), "key", true)).toBe(false);
});
