import { expect, test } from "vitest";
import { sample } from "../../sample.ts";
import { scan } from "../scan.ts";

const values = {
  "«p»": sample("password", "places"),
  "«k»": sample("secret-key", "places"),
  "«hex»": sample("hex-key", "places").slice(0, 32),
  "«phrase»": ["saddle", "copper", "thistle", "heron"].join("-"),
};
const filled = (text: string) => {
  let whole = text;
  for (const [mark, value] of Object.entries(values)) whole = whole.replaceAll(mark, value);
  return whole;
};
const found = (path: string, text: string) => {
  const bytes = Buffer.from(text);
  const { hits } = scan({ path, kind: "file", bytes, text });
  return hits.map(({ at }) => text.slice(...at));
};
const expected = (text: string) => [...text.matchAll(/«\w+»/g)].map(([mark]) => filled(mark));

test("an identifier is a key behind Authorization, whatever scheme is named", () => {
  const key = ["5eb4223e", "5008", "46e5", "be67", "c7b8f2732305"].join("-");
  for (const text of [`curl -H 'Authorization:  ${key}'`, `authorization: GenieKey ${key}`]) {
    expect(found("a.sh", text)).toEqual([key]);
  }
  expect(found("inputs.conf", `[http://app]\ndisabled = 0\ntoken = ${key}`)).toEqual([key]);
  expect(found("a.sh", `x-request-id: ${key}`)).toEqual([]);
});

test("what stands before x-oauth-basic is a token, however its characters are spread", () => {
  const token = ["111da111", "qqqq309b", "qq562159", "952c2c2a", "11111a1"].join("");
  expect(found("package.json", `{ "a": "git+https://${token}:x-oauth-basic@github.com/b/c.git#v1" }`)).toEqual([token]);
});

test.each([
  ["a.js", 'if ("«p»" === body.password) open();'],
  ["a.php", "if ('«p»' != $db_passwd) { exit; }"],
])("%s: compared with: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["COMMIT_EDITMSG", "Fix the login\n\nThe new db password is «p»"],
  ["notizen.txt", "das Passwort lautet «p»"],
  ["notizen.txt", "- Router im Keller: Benutzer admin, Kennwort «p»"],
  ["notes.txt", "le mot de passe est «p»"],
  ["notes.txt", "La contraseña del FTP es «p»."],
  ["notes.txt", "Hasło do serwera to «p»"],
  ["notes.txt", "密码是 «p»"],
  ["chat.txt", "10:22 <bob> vpn pw: «p»"],
  ["README.md", "**Password**: `«p»`"],
  ["README.md", "Log in as admin with password «p»."],
  ["README.md", "login with `admin` / `«p»`"],
  ["README.md", "our API key is «k»"],
  ["README.md", "Wifi password: «phrase»"],
  ["tickets.csv", 'id,body\n7,"Passwort ist jetzt «p»"'],
  ["main.go", "// admin password is «p»"],
])("%s: a sentence tells it: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["web.config", '<add value="«p»" key="FtpPassword"/>'],
  ["AndroidManifest.xml", '<meta-data android:name="com.acme.API_SECRET" android:value="«k»" />'],
  ["bean.xml", '<void property="password"><string>«p»</string></void>'],
  ["local.xml", "<username><![CDATA[m]]></username><password><![CDATA[«p»]]></password>"],
  ["login.http", "Authorization: Basic ops «p»"],
  ["analysis.R", 'httr::authenticate("ops", "«p»")'],
  ["fetch.m", "opts = weboptions('Username','ops','Password','«p»');"],
  ["run.pl", "$ENV{PGPASSWORD} = '«p»';"],
  ["run.exp", "set db_password {«p»}"],
  ["play.yml", "password: \"{{ '«p»' | password_hash('sha512') }}\""],
  ["values.yaml", "secrets:\n  SESSION: «k»"],
  ["dump.sql", "INSERT INTO `settings` VALUES (3,'smtp_password','«p»','text');"],
  ["dump.sql", "INSERT INTO users VALUES ('ops', '«p»');"],
  ["server.sql", "EXEC sp_addlinkedsrvlogin 'SRV', 'false', NULL, 'sa', '«p»';"],
  ["cipher.sql", "PRAGMA key = '«p»';"],
  ["cipher.sql", "ATTACH DATABASE 'x.db' AS enc KEY '«p»';"],
  ["users.js", 'db.changeUserPassword("app", "«p»")'],
  ["traefik.toml", 'users = ["ops:«p»"]'],
  ["filebeat.yml", 'api_key: "abc:«k»"'],
  ["terraform.tfstate", '{"type": "random_password", "instances": [{"attributes": {"result": "«p»"}}]}'],
  ["auth.txt", "vpnuser\n«p»\n"],
  ["user-data", "#cloud-config\nchpasswd:\n  list: |\n    ubuntu:«p»\n"],
  [".gem/credentials", `---\n:acme: ${sample("hex-key", "gem")}`],
])("%s: the format says it: %s", (path, text) => {
  const mark = text.includes("«") ? expected(text) : [sample("hex-key", "gem")];
  expect(found(path, filled(text))).toEqual(mark);
});

test.each([
  ["run.py", 'subprocess.run(["mysql", "-u", "root", "-p«p»"])'],
  ["run.py", 'subprocess.run(["curl", "-u", "ops:«p»", "https://x"])'],
  ["run.py", 'jwt.encode({"a": 1}, "«k»", algorithm="HS256")'],
  ["run.py", 'USERS = [("admin", "«p»")]'],
  ["page.tsx", '<LoginForm token={"«k»"} />'],
  ["page.html", '<input name="api_token" type="hidden" value="«k»">'],
  ["App.java", 'public String getPassword() { return "«p»"; }'],
  ["App.kt", 'mapOf("password" to "«p»")'],
  ["App.swift", 'request.addValue("«k»", forHTTPHeaderField: "X-Api-Key")'],
  ["App.m", '[d setObject:@"«p»" forKey:@"password"];'],
  ["wifi.ino", 'static const char api_key[] PROGMEM = "«k»";'],
  ["login.c", 'strcpy(password, "«p»");'],
  ["main.go", 'mac := hmac.New(sha256.New, []byte("«k»"))'],
  ["run.sh", "rsync --password-file=<(echo '«p»') a b"],
  ["run.sh", "skopeo copy --src-creds=ops:«p» a b"],
  ["run.sh", "crane auth login r -u ops -p «p»"],
  ["run.sh", "oc login -u ops -p «p» https://x"],
  ["run.sh", "chpasswd <<EOF\nroot:«p»\nEOF"],
  ["run.sh", "ftp -n h <<EOF\nuser ops «p»\nEOF"],
  ["run.sh", "echo «p» | gpg --passphrase-fd 0 x"],
  ["run.sh", 'restic -r x --password-command "echo «p»"'],
  ["run.sh", "rabbitmqctl add_user a «p»"],
  ["run.sh", "db2 connect to d user u using «p»"],
])("%s: a program or a command takes it: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["run.sh", "docker run -u app -p 8080:80 img"],
  ["run.sh", "ssh -u root -p 2222 host"],
  ["run.sh", "mkdir -u x -p build/out2"],
  ["App.java", 'public String getPasswordHint() { return "Use 8 signs and 2 numbers"; }'],
  ["App.m", '[d setObject:@"token-kind" forKey:@"tokenKind"];'],
  ["run.sh", 'ldapsearch -x -D "cn=it\'s" -w "$PW" | tee a1b2C3d4'],
])("%s: nothing is taken from %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});

test.each([
  ["README.md", "The password is base64-encoded, then sent as UTF-8."],
  ["README.md", "Your password must be at least 12 characters and is case-sensitive."],
  ["README.md", "The token is sha256-hashed; see RFC6749."],
  ["README.md", 'pass `"force_json_decode": true` as in the parameter'],
  ["README.md", "Login: admin / see-the-vault"],
  ["README.md", "password is $DB_PASSWORD or <your-password>"],
  ["main.go", 'fmt.Println("password is", x1y2.Z3w4)'],
  ["flags.ps1", "USE_DEFAULT_PASSWORD = 0x00000004,"],
  ["fixtures.yml", `token_hash: ${"0a1b2c3d4e5f6789".repeat(3)}`],
])("%s: no sentence tells a secret in: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});

test.each([
  ["redis.conf", "masterauth «k»"],
  ["users.acl", "user worker on >«k» ~jobs:* +@all"],
  ["nslcd.conf", "bindpw «p»"],
  ["ks.cfg", "rootpw --plaintext «p»"],
  ["haproxy.cfg", "  user admin insecure-password «p»"],
  ["msmtprc", "password       «p»"],
  ["fluentd.conf", "  shared_key «k»"],
  ["irssi/config", 'autosendcmd = "/msg NickServ identify «p»";'],
  ["router.cfg", "username netadmin privilege 15 password 0 «p»"],
  ["router.cfg", "snmp-server host 10.1.1.9 version 2c «k»"],
  ["router.cfg", "crypto isakmp key «k» address 198.51.100.7"],
  ["snmpd.conf", "com2sec -Cn ctx local localhost «k»"],
  ["postfix/sasl_passwd", "[smtp.acme.io]:587 alerts@acme.io:«p»"],
  ["ppp/chap-secrets", '"corp-vpn" * "«p»" 10.9.0.4'],
  ["etc/ipsec.secrets", 'anna : EAP "«p»"'],
  [".pgpass", String.raw`10.0.7.3:5432:hr:hr\:admin:«p»`],
  ["rsyncd.secrets", "backup:«p»"],
])("%s: a directive gives it: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["a.sql", "SET PASSWORD FOR 'web'@'%' = '«p»';"],
  ["a.sql", "EXEC sp_addlogin 'app', '«p»';"],
  ["a.ps1", 'ConvertTo-SecureString -AsPlainText "«p»" -Force'],
  ["a.ps1", '"«p»" | ConvertTo-SecureString -AsPlainText -Force'],
  ["A.java", 'if ("«p»".equals(password)) {'],
  ["a.c", 'if (strcmp(password, "«p»") == 0)'],
  ["a.js", "await page.fill('#password', '«p»');"],
  ["a.py", 'username, password = "admin", "«p»"'],
  ["a.cob", "MOVE '«p»' TO WS-PASSWORD."],
  ["a.sh", 'echo "«p»" | sudo -S apt update'],
  ["Dockerfile", 'RUN echo "root:«p»" | chpasswd'],
  ["a.sh", 'sudo -S <<< "«p»" ls'],
  ["a.sh", "sqlplus -s hr/«p»@//db:1521/XE @x.sql"],
  ["a.sh", "zip -r -P '«p»' x.zip y"],
  ["a.bat", "net use Z: \\\\nas\\x «p» /user:CORP\\svc"],
  ["a.cpp", 'mysql_real_connect(con, "h", "u", "«p»", "db", 0, NULL, 0)'],
  ["a.scala", 'val creds = Credentials("etl", "«p»")'],
  ["a.rs", '.basic_auth("me", Some("«p»"))'],
])("%s: a statement or a command takes it: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["redis.conf", "# masterauth <master-password>"],
  ["router.cfg", "ntp authentication-key 2 md5 00371C0B01680E051A33497E080A16001D1908 7"],
  ["a.sh", 'echo "$PASSWORD" | sudo -S ls'],
  ["a.sh", "open the file, then zip -r out.zip dir2024"],
  ["a.sh", "exp 12/24 and imp 3/4"],
  ["a.ts", "router.connect(a, b, 'utf8mb4');"],
  ["a.ts", "page.fill('#password', password1);"],
])("%s is silent: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});

test.each([
  ["a.py", 'API_KEYS = ["«k»", "other"]'],
  ["a.yaml", "api_keys:\n  - «k»\n"],
  ["a.yaml", "token: &ci\n    «k»\n"],
  ["stack.yaml", "  DBPassword:\n    Type: String\n    Default: «p»\n"],
  ["a.tf", 'resource "aws_ssm_parameter" "db_password" {\n  type  = "SecureString"\n  value = "«p»"\n}'],
  ["a.tf", "  api_key = <<-EOT\n    «k»\n  EOT\n"],
  ["k8s.yaml", 'env:\n  - { name: DB_PASSWORD, value: "«p»" }'],
  ["k8s.yaml", "kind: Secret\nstringData:\n  admin: «k»\n"],
  ["compose.yaml", 'command: ["redis-server", "--requirepass", "«p»"]'],
  ["unattend.xml", "<AdministratorPassword><Value>«p»</Value></AdministratorPassword>"],
  ["app.config", '<setting name="ApiToken" serializeAs="String"><value>«k»</value></setting>'],
  ["a.lua", 'M["api_key"] = [[«k»]]'],
  ["a.pl", "my %cfg = ( user => 'hr', password => q{«p»} );"],
  ["a.cgi", "if ($FORM{'pw'} eq '«p»') {"],
  ["a.m", '#define API_SECRET @"«k»"'],
  ["a.py", 'password: SecretStr = Field(default="«p»")'],
  ["a.go", 'var jwtKey = []byte("«k»")'],
  ["a.cs", 'var k = Environment.GetEnvironmentVariable("WORKER_KEY") ?? "«k»";'],
  ["appsettings.json", '{"Jwt": {"Issuer": "x", "Key": "«k»"}}'],
  ["README.md", "| Host | Login | Passwort |\n|:--|:-:|--:|\n| db01 | root | `«p»` |\n"],
])("%s: a list, a nested value or a name of its own: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

test.each([
  ["a.json", '{"token": {"$ref": "#/components/schemas/OAuth2ApplicationToken3"}}'],
  ["a.ts", 'const cache_key = "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6";'],
  ["a.py", 'GPG_KEY = "E3FF2839C048B25C084DEBE9B26995E310250568"'],
  ["a.py", 'api_keys = ["primary", "secondary", "tertiary"]'],
  ["a.yaml", "token:\n  type: string\n  example: abc\n"],
  ["README.md", "| Option | Password |\n|---|---|\n| --pw | the password of the user |\n"],
  ["a.js", "const mnemonic = 'test test test test test test test test test test test junk';"],
])("%s is no list of secrets: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});

test("a wallet's words, a JSON Web Key's private part and a list that is joined", () => {
  const words = "bubble acoustic afford castle bench blossom arena august banner sugar amused actor";
  expect(found("wallet.js", `const mnemonic = '${words}';`)).toEqual([words]);
  const part = Buffer.from(values["«k»"]).toString("base64url").slice(0, 43);
  expect(found("keys.json", `{"kty": "EC", "crv": "P-256", "x": "a", "d": "${part}"}`)).toEqual([part]);
  const [first = "", second = "", ...rest] = sample("slack-bot-token").split("-");
  expect(found("a.js", `t = ['${first}', '${second}', '${rest.join("-")}'].join('-')`)).toHaveLength(1);
});

test.each([
  ["devise.rb", "config.pepper = '«k»'"],
  [".env", "WEBPUSH_VAPID_PRIVATE=«k»"],
  [".env", "DEPLOY_PRIVKEY=«k»"],
  ["cassettes/weather.yml", "uri: https://api.acme.io/weather?lat=4&appid=«hex»"],
  ["standalone.xml", '<credential-reference clear-text="«p»"/>'],
  ["standalone.xml", '<outbound-connection security-credential="«p»"/>'],
  ["nginx.conf", 'if ($http_x_origin_key != "«k»") { return 403; }'],
  ["default.vcl", 'if (req.http.X-Origin-Verify != "«k»") {'],
  ["haproxy.cfg", "http-request deny unless { req.hdr(x-origin) -m str «k» }"],
  ["haproxy.cfg", "cookie SERVERID insert dynamic-cookie-key «k»"],
  ["a.sql", "CREATE DATABASE LINK hq CONNECT TO hq IDENTIFIED BY «p» USING 'HQ';"],
  ["kp.xml", '<Key>Password</Key><Value ProtectInMemory="True">«p»</Value>'],
  ["cron.d/shop", "5 2 * * * root lftp -u acme,«p» ftp.acme.io"],
  ["main.rs", 'const EDGE: &str = "«k»"; // the edge api token'],
  ["main.py", '# access key of the mirror\nMIRROR = "«k»"'],
])("%s: a word of its own says it: %s", (path, text) => {
  expect(found(path, filled(text))).toEqual(expected(text));
});

const long = values["«k»"].repeat(3).replace(/[^A-Za-z0-9]/g, "");

test.each([
  ["recipe.yaml", "pepper: 2tsp"],
  ["a.js", 'fetch("https://acme.io/z?appid=com.acme.app")'],
  ["nginx.conf", 'if ($http_x_forwarded_proto != "https") { return 301; }'],
  ["standalone.xml", '<credential-reference clear-text="${VAULT::ds::pw::1}"/>'],
  ["a.sql", 'ALTER USER app IDENTIFIED BY "&app_password";'],
  ["main.rs", `let tag = "${values["«k»"]}"; // etag, no api token needed`],
  ["main.py", `# checks the access token against its hash\nH = "${values["«k»"]}"`],
  ["sealed.yaml", `kind: SealedSecret\nspec:\n  encryptedData:\n    API_TOKEN: AgB${long}`],
  ["x.service", `SetCredentialEncrypted=pusher_secret: ${values["«k»"]}`],
  ["Podfile.lock", `SPEC CHECKSUMS:\n  AuthKit: ${sample("hex-key", "pods")}`],
  ["app.properties", "a.password=<password>\nserver.ssl.key-store-type=PKCS12"],
  ["theme.json", '{"token.keyword":"#c678dd","token.password":"#e06c75"}'],
  ["RedactorTest.java", 'mask("jdbc:postgresql://u:s3cr3t@h/db")'],
  ["zahlung.md", "`Authorization: Basic dXNlcm5hbWU6cGFzc3dvcmQ=`"],
])("%s: what only looks alike is silent: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});
