import { sample } from "@failcheck/check-secrets/sample";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { scan } from "./scan.ts";

const marked = (path: string, content: string) => {
  const file = sourceFile(path, Buffer.from(content));
  return scan(file).hits.map(({ at }) => file.text.slice(...at));
};
const hex = sample("hex-key", "alike");

/** Met in published packages, where each was reported once. */
test.each([
  ["client.js", 'validateRequired("userToken", "deleteUserTokenWithHTTPInfo", userToken);'],
  ["form.js", `$('<label for="repo-pass">'+RED._("clone.passwd")+'</label>').appendTo(row);`],
  ["form.js", "body.password = $('#projects-user-auth-password').val();"],
  ["pointer.js", 'throw new Error("Invalid reference token: "+o);e=e[o]}return e},i.set=function(e,t,n){var r="a1"'],
  ["api.yaml", "password: '#/components/schemas/password'"],
  ["types.d.ts", 'type Auth = "MYSQL_NATIVE_PASSWORD"|"POSTGRES_SCRAM_SHA_256"|string;'],
  ["types.d.ts", "The OAuth2TokenCredential implementation: credential: OAuth2TokenCredential<TFlows>"],
  ["types.d.ts", "// Guards the single-pass addInt32PrefixedString write path."],
  ["types.d.ts", "* and pass it as a generic to Web3PluginBase like so:"],
  ["README.md", "You can pass `scroll={false}` or pass `crc32c` to it."],
  ["README.md", "function pbkdf2(password: Uint8Array, salt: Uint8Array)"],
  ["README.md", "![x](https://img.shields.io/codecov/c/github/x/y?token=B85J0E2I7I&style=flat)"],
  ["Tree.vue", '<slot name="password-icon" :visible="passwordVisible">'],
  ["colors.js", '{ token: "keyword.tag-$1" }'],
  ["schemas.cjs", "exports.$ZodNumber = exports.$ZodJWT = exports.$ZodE164 = exports.$ZodBase64URL"],
  ["config.js.map", "authInterrupts: !!process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS,"],
  ["min.js", 'a.passphrase,i=i||"curve25519Legacy"'],
  ["server.js", '`The key "${key}" under "env" in ${config.configFileName || "config"} is not allowed`'],
  ["hash.js", 'const create_LM_hashed_password_v1 = ntlm.__get__("create_LM_hashed_password_v1");'],
  ["README.md", "run `echo fs.inotify.max_user_watches=524288 | sudo tee -a /etc/sysctl.conf`"],
  ["BlobQuery.d.ts", "* identified by 'x-ms-copy-id'. Possible values include: 'pending'"],
  ["selectors.js", "sequencerEncryptionKey: '0x3488ce0d',"],
  ["list.js", `const storageKeys = ["0x${hex}${hex.slice(0, 24)}"]`],
  ["wallet.ts", `{"kdf":"scrypt","kdfparams":{"n":8192,"dklen":32,"salt":"${hex}"}}`],
  ["input.test.ts", `const input = "https://example.com?key=${hex}";`],
  ["suffixes.dat", "claims\ncleaning\nclick\nclinic\nclinique\nclothing\ncloud\nclub\nclubmed\ncoach\ncodes\ncoffee"],
  ["zip.py", 'storage_key = f"files/{sha256_hash}.zip"'],
  ["mysql.py", '_password = f"*{hashlib.sha1(_password).hexdigest().upper()}"'],
  ["ses.py", `DkimTokens = ["${hex.slice(0, 30)}qw"]`],
  ["versions.json", '{"salt": "3006.0+0na.5b18e86"}'],
  ["docs.json", '{"AuthenticationKey": "<p>A secret string of 43-64 characters. Valid: a-z, A-Z, 0-9, /, + and =; #1!</p>"}'],
  ["verify_test.go", 'idToken: `{"iss":"https://foo","aud":["client1","client2"]}`,'],
  ["targets.rb", 'PASSWORD_CONN = "host=127.0.0.1 port=#{port} user=pgx_md5 password=#{pw}"'],
  ["backend_test.go", "secretKey: []byte{0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d}"],
  ["putty.js", 'let text = "PuTTY-User-Key-File-2: ssh-rsa\\r\\n"; text += "Comment: " + comment;'],
])("%s: no secret is %s", (path, text) => {
  expect(marked(path, `${text}\n`)).toEqual([]);
});

test("a private key that a manual cut short is none", () => {
  const lines = sample("private-key", "short").split("\n");
  const start = Buffer.from([0x30, 0x82, 0x04, 0xa5, 2, 1, 0]).toString("base64").slice(0, 9);
  const cut = [lines[0], `${start}${lines[1]?.slice(9) ?? ""}`, lines.at(-1)].join("\n");
  expect(marked("credential.d.ts", cut)).toEqual([]);
});
