import { basename, dirname } from "node:path/posix";
import { own } from "../own.ts";
import type { Program } from "./program.ts";
import type { ClassThing } from "./things.ts";

/** `apps.get_model("shop", "Order")`: in a migration the model as the migrations up to there made it, else the one of today. */
export async function djangoModel(program: Program, file: string, name: string): Promise<ClassThing | undefined> {
  const [mark, app = "", model = ""] = name.split("/");
  if (mark === "$before") return migrated(program, dirname(file), app, (path) => path < file);
  const inMigration = basename(dirname(file)) === "migrations";
  if (!inMigration) return declaredModel(program, app, model);
  const ownApp = basename(dirname(dirname(file))) === app;
  const found = ownApp
    ? await migrated(program, dirname(file), model, (path) => path <= file)
    : await elsewhere(program, app, model);
  return found && { ...found, name: model, facts: { ...found.facts, stored: `${app}_${model.toLowerCase()}` } };
}

/** What the last of these migrations says of the model. */
async function migrated(
  program: Program,
  folder: string,
  model: string,
  fits: (path: string) => boolean,
): Promise<ClassThing | undefined> {
  const name = `$model/${model.toLowerCase()}`;
  const paths = program.repository.paths.filter((path) => path.endsWith(".py") && dirname(path) === folder && fits(path));
  for (const path of paths.reverse()) {
    const facts = own((await program.facts(path))?.classes, name);
    if (facts) return { kind: "class", file: path, name, facts };
  }
  return undefined;
}

/** Another app's model: all of its migrations, as which of them come first is not known. */
async function elsewhere(program: Program, app: string, model: string): Promise<ClassThing | undefined> {
  const folder = program.repository.paths.find((path) => `/${path}`.endsWith(`/${app}/migrations/__init__.py`));
  return folder === undefined ? undefined : migrated(program, dirname(folder), model, () => true);
}

/** The class in the app's models. */
async function declaredModel(program: Program, app: string, model: string): Promise<ClassThing | undefined> {
  for (const path of program.repository.paths) {
    // `shop/models.py` and `shop/models/order.py`
    if (!`/${path}`.includes(`/${app}/models`) || !path.endsWith(".py")) continue;
    const facts = own((await program.facts(path))?.classes, model);
    if (facts) return { kind: "class", file: path, name: model, facts };
  }
  return undefined;
}

/** Matches `django.forms.ModelForm` and `rest_framework.serializers.ModelSerializer`; not `django.forms.Form`. */
const forms = /^(?:django\.forms|rest_framework\.serializers)(?:\.\w+)?\.(?:ModelForm|(?:Hyperlinked)?ModelSerializer)$/;

/** Whether a base of another package makes a class a form or serializer of a model. */
export const isForm = (base: string): boolean => forms.test(base);

const managers = /^django\.db\.models(?:\.\w+)?\.(?:Manager|QuerySet|BaseManager)(?:\.from_queryset\(\))?$/;

/** Whether a base of another package makes a class a manager of rows. */
export const isManager = (base: string): boolean => managers.test(base);

/** The model whose rows a manager class creates, where exactly one names it. */
export async function managedBy(program: Program, manager: ClassThing): Promise<ClassThing | undefined> {
  const found: ClassThing[] = [];
  for (const path of program.repository.paths) {
    if (path !== manager.file && !/(?:^|\/)models(?:\.py$|\/)/.test(path)) continue;
    if ((await program.repository.read(path))?.text.includes(manager.name) !== true) continue;
    for (const [name, facts] of Object.entries((await program.facts(path))?.classes ?? {})) {
      const given = Object.values(facts.members).some((member) => usesManager(member, manager.name));
      if (given) found.push({ kind: "class", file: path, name, facts });
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** `OrderManager()`, `managers.OrderManager()`, `OrderQuerySet.as_manager()`. */
function usesManager(member: string, name: string): boolean {
  const made = member.replace(/(?:\.as_manager)?\(\)$/, "");
  return made !== member && made.slice(made.lastIndexOf(".") + 1) === name;
}
