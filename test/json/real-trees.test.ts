import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-json";
import { expect, test } from "vitest";

const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));

/** What the other tests installed to execute their examples; nothing is installed for this one. */
function packagesIn(folder: string, names: readonly string[]): readonly string[] {
  return names.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

function sitePackages(): string {
  const library = join(cache, "json-columns", "lib");
  const version = existsSync(library) ? readdirSync(library).find((name) => name.startsWith("python3")) : undefined;
  return join(library, version ?? "", "site-packages");
}

const trees = {
  Python: packagesIn(sitePackages(), ["alembic", "sqlmodel", "flask_sqlalchemy", "playhouse", "asyncpg"]),
  JavaScript: packagesIn(join(cache, "json-drivers", "node_modules"), ["objection", "sequelize-typescript", "postgres", "pg"]),
};

function textsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(?:py|[cm]?[jt]s)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));

test.each(Object.entries(trees))(
  "nothing is found in the sources of published %s packages (skipped where no test has installed them)",
  async (_, folders) => {
    for (const folder of folders) {
      const { findings, failures } = await lintTexts(active, { after: textsOf(folder) });
      expect(failures, folder).toEqual([]);
      expect(
        findings.map(({ path, line, message }) => `${path}:${String(line)} ${message}`),
        folder,
      ).toEqual([]);
    }
  },
  60_000,
);
