import { sample } from "@failcheck/check-secrets/sample";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { scan } from "./scan.ts";

const marked = (path: string, content: string) => {
  const file = sourceFile(path, Buffer.from(content));
  return scan(file).hits.map(({ at }) => file.text.slice(...at));
};
const secret = sample("secret-key", "fallback");
const password = sample("password", "fallback");

test.each([
  ["app.py", 'KEY = os.environ.get("SESSION_SECRET") or "{s}"'],
  ["app.py", 'p.add_argument("--api-token", default="{s}", help="x")'],
  ["app.py", 'SECRET = config("PAY_SECRET", default="{s}")'],
  ["app.cs", 'var apiKey = Environment.GetEnvironmentVariable("WORKER_TOKEN") ?? "{s}";'],
  ["app.rs", 'let key = std::env::var("LEDGER_TOKEN").unwrap_or_else(|_| "{s}".to_string());'],
  ["app.rs", '#[arg(long, env = "API_TOKEN", default_value = "{s}")]'],
  ["app.lua", 'local key = os.getenv("API_TOKEN") or "{s}"'],
  ["App.java", '@Value("${mail.token:{s}}") private String token;'],
  ["app.ts", "SESSION_SECRET: str({ default: '{s}' }),"],
  ["app.scala", 'val key = sys.env.getOrElse("API_TOKEN", "{s}")'],
  ["build.gradle", String.raw`buildConfigField "String", "API_SECRET", "\"{s}\""`],
  ["strings.xml", '<string name="api_secret" translatable="false">{s}</string>'],
  ["sys.config", '{app, [{api_key, "{s}"}]}.'],
])("%s: %s", (path, line) => {
  expect(marked(path, `${line.replace("{s}", secret)}\n`)).toEqual([secret]);
});

test.each([
  ["group_vars/all.yml", `db_password: "{{ lookup('env', 'DB_PASSWORD') | default('{s}', true) }}"`],
  ["app.conf.j2", "password = {{ db_password | default('{s}') }}"],
  ["chart/templates/secret.yaml", 'password: {{ .Values.auth.password | default "{s}" | b64enc }}'],
  ["chart/templates/app.yaml", '- name: DB_PASSWORD\n  value: {{ default "{s}" .Values.db.password | quote }}'],
  ["main.tf", 'db_password = coalesce(var.db_password, "{s}")'],
  ["main.tf", 'root_password = can(var.root) ? var.root : "{s}"'],
  ["run.sh", "pw=${1:-{s}}"],
  ["run.sh", 'DB_PASS=$(cat /run/secrets/db 2>/dev/null || echo "{s}")'],
  ["docker-compose.yml", "- MYSQL_ROOT_PASSWORD=${MYSQL_ROOT:-{s}}"],
  ["Makefile", "ADMIN_PW := $(or $(ADMIN_PW),{s})"],
  ["app.rb", 'pw = ENV["ADMIN_PW"].presence || "{s}"'],
  ["Program.cs", 'var pass = config.GetValue<string>("Db:Password", "{s}");'],
  ["Program.cs", 'string pwd = string.IsNullOrEmpty(cfg.Password) ? "{s}" : cfg.Password;'],
  ["main.go", 'cmd.Flags().StringVarP(&opts.Password, "password", "p", "{s}", "admin password")'],
  ["main.go", 'DBPassword string `env:"DB_PASSWORD" envDefault:"{s}"`'],
  ["main.rs", 'let pass = env::var("DB_PASS").ok().unwrap_or_else(|| "{s}".to_owned());'],
  ["App.kt", 'val pass = System.getenv("DB_PASS").orEmpty().ifEmpty { "{s}" }'],
  ["app.py", 'password = getattr(settings, "DB_PASSWORD", "{s}")'],
  ["app.py", 'password = os.environ["PW"] if "PW" in os.environ else "{s}"'],
  ["run.ps1", '$password = if ($env:PW) { $env:PW } else { "{s}" }'],
  ["app.ts", 'DB_PASSWORD: z.string().min(8).default("{s}"),'],
  ["app.ts", '.option("--password <pw>", "the password", "{s}")'],
  ["app.pl", "my $pass = shift || '{s}';"],
  ["app.R", 'pw <- Sys.getenv("DB_PASSWORD", unset = "{s}")'],
  ["app.cue", 'password: string | *"{s}"'],
  ["app.nix", 'password = lib.mkDefault "{s}";'],
])("%s: what stands in for the value further on: %s", (path, line) => {
  expect(marked(path, `${line.replace("{s}", password)}\n`)).toEqual([password]);
});

test.each([
  ["app.py", 'KEY = os.environ.get("SESSION_SECRET") or ""'],
  ["app.ts", 'const label = t("password") || "Your password";'],
  ["app.ts", 'const token = isNew ? "fresh-token" : "old-token";'],
  ["all.yml", "db_password: \"{{ vault_db_password | default('changeme') }}\""],
  ["main.tf", 'token = coalesce(var.token, "unset")'],
  ["main.go", 'cmd.Flags().StringVar(&opts.PasswordFile, "password-file", "/run/secrets/db", "where it is")'],
  ["app.py", 'p.add_argument("--api-token", default="none", help="x")'],
  ["app.py", 'p.add_argument("--password-file", default="conf/passwords2.txt")'],
  ["App.java", '@Value("${token.validity:3600}") private long validity;'],
  ["app.ts", 'const label = t("password") || "Password";'],
  ["app.yaml", "adminPassword: grafana-admin-user-prod"],
  ["app.ts", 'const password = "reset-link-was-sent";'],
  [".env", "BASIC_AUTH=user:password"],
  ["app.sh", "net user svc %PASSWORD% /add"],
])("%s: %s is silent", (path, line) => {
  expect(marked(path, `${line}\n`)).toEqual([]);
});

test.each([
  [".env", "BASIC_AUTH=ops:{s}"],
  ["a.php", "curl_setopt($ch, CURLOPT_USERPWD, 'api:{s}');"],
  ["a.bat", "net user svc {s} /add"],
  ["a.bat", "schtasks /create /tn x /ru CORP\\svc /rp {s} /tr x.cmd"],
  ["a.sh", "curl --proxy-user 'ops:{s}' https://acme.io"],
])("%s: the password of %s", (path, line) => {
  expect(marked(path, `${line.replace("{s}", password)}\n`)).toEqual([password]);
});

test("words joined by one sign are a passphrase where the name asks for one", () => {
  const phrase = ["saddle", "copper", "thistle", "window", "heron"].join("-");
  expect(marked("backup.sh", `BORG_PASSPHRASE='${phrase}'\n`)).toEqual([phrase]);
  expect(marked("app.yaml", `title: ${phrase}\n`)).toEqual([]);
});
