/** One way in which people give a value to a name. */
export interface Form {
  readonly path: string;
  /** `{n}` is the name in lower case, `{N}` in upper case, `{c}` in camel case, `{s}` the secret. */
  readonly text: string;
}

/** Ways to assign a secret, in the languages and file formats that people use. */
export const forms: readonly Form[] = [
  { path: ".env", text: "{N}={s}" },
  { path: ".env", text: '{N}="{s}"' },
  { path: "run.sh", text: "export {N}={s}" },
  { path: "run.sh", text: "export {N}='{s}'" },
  { path: "run.fish", text: "set -x {N} '{s}'" },
  { path: "run.ps1", text: '$env:{N} = "{s}"' },
  { path: "run.bat", text: "set {N}={s}" },
  { path: "run.sh", text: "docker run -e {N}={s} app" },
  { path: "run.sh", text: "tool --{n} '{s}'" },
  { path: "app.yaml", text: "{n}: {s}" },
  { path: "app.yaml", text: 'app:\n  {c}: "{s}"' },
  { path: "app.yaml", text: "env:\n  - name: {N}\n    value: '{s}'" },
  { path: "docker-compose.yml", text: "environment:\n  - {N}={s}" },
  { path: "app.json", text: '{"{c}": "{s}"}' },
  { path: "app.json", text: '{"name": "{N}", "value": "{s}"}' },
  { path: "app.json", text: '{"config": "{\\"{c}\\": \\"{s}\\"}"}' },
  { path: "app.toml", text: '{n} = "{s}"' },
  { path: "app.ini", text: "[main]\n{n} = {s}" },
  { path: "app.properties", text: "app.{c}={s}" },
  { path: "web.xml", text: "<{c}>{s}</{c}>" },
  { path: "web.config", text: '<add key="{N}" value="{s}" />' },
  { path: "Dockerfile", text: "ENV {N}={s}" },
  { path: "Dockerfile", text: "ENV {N} {s}" },
  { path: "Dockerfile", text: "ARG {N}={s}" },
  { path: "main.tf", text: '  {n} = "{s}"' },
  { path: "app.py", text: "{N} = '{s}'" },
  { path: "app.py", text: "{n}: str = '{s}'" },
  { path: "app.py", text: 'client = Client({n}="{s}")' },
  { path: "app.py", text: 'os.environ["{N}"] = "{s}"' },
  { path: "app.py", text: 'config = {"{n}": b"{s}"}' },
  { path: "app.ts", text: 'const {c} = "{s}";' },
  { path: "app.ts", text: 'const {c}: string = "{s}";' },
  { path: "app.ts", text: "new Client({ {c}: `{s}` });" },
  { path: "App.java", text: 'String {c} = "{s}";' },
  { path: "App.java", text: 'System.setProperty("{N}", "{s}");' },
  { path: "app.go", text: '{c} := "{s}"' },
  { path: "app.go", text: 'os.Setenv("{N}", "{s}")' },
  { path: "app.rb", text: "ENV['{N}'] = '{s}'" },
  { path: "app.rb", text: "{n}: '{s}'," },
  { path: "app.rb", text: ":{n} => '{s}'" },
  { path: "app.php", text: "define('{N}', '{s}');" },
  { path: "app.php", text: "'{n}' => '{s}'," },
  { path: "app.rs", text: 'let {n}: &str = "{s}";' },
  { path: "app.rs", text: 'const {N}: &\'static str = "{s}";' },
  { path: "app.cs", text: 'public string {c} { get; set; } = "{s}";' },
  { path: "app.swift", text: 'let {c} = "{s}"' },
  { path: "app.kt", text: 'val {c}: String = "{s}"' },
  { path: "Makefile", text: "{N} ?= {s}" },
  { path: "notes.ipynb", text: '"source": ["{n} = \\"{s}\\"\\n"]' },
  { path: "app.sql", text: "SET app.{n} = '{s}';" },
];

/** The form with a name and a value filled in. */
export function filled(form: Form, name: string, value: string): string {
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const named = form.text.replaceAll("{n}", name).replaceAll("{N}", name.toUpperCase()).replaceAll("{c}", camel);
  return `${named.replaceAll("{s}", () => value)}\n`;
}
