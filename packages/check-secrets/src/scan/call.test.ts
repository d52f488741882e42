import { expect, test } from "vitest";
import { sample } from "../sample.ts";
import { scan } from "./scan.ts";

const key = sample("hex-key", "call").slice(0, 32).padEnd(32, "b4");
const password = sample("password", "call");
const found = (path: string, text: string) => {
  const { hits } = scan({ path, kind: "file", bytes: Buffer.from(text), text });
  return hits.map(({ at }) => text.slice(...at));
};

test.each([
  ["a.rs", `let sk = SigningKey::from_bytes(&hex!("${key}"));`],
  ["a.py", `cipher = AES.new(bytes.fromhex("${key}"), AES.MODE_GCM)`],
  ["a.py", `box = SecretBox(bytes.fromhex("${key}"))`],
  ["a.go", `block, _ := aes.NewCipher([]byte("${key}"))`],
  ["a.js", `const k = crypto.createSecretKey(Buffer.from("${key}", "hex"));`],
  ["A.java", `new SecretKeySpec(Base64.getDecoder().decode("${key}"), "AES")`],
  ["A.cs", `using var h = new HMACSHA256(Encoding.UTF8.GetBytes("${key}"));`],
  ["a.rb", `OpenSSL::HMAC.hexdigest("SHA256", "${key}", body)`],
  ["a.swift", `let k = SymmetricKey(data: Data(base64Encoded: "${key}")!)`],
  ["a.rs", `let mac = Hmac::<Sha256>::new_from_slice(b"${key}")?;`],
  ["a.go", `store := sessions.NewCookieStore([]byte("${key}"))`],
  ["a.py", `signer = URLSafeTimedSerializer("${key}")`],
  ["a.php", `JWT::encode($payload, '${key}', 'HS256');`],
  ["a.py", `index = SearchClient.create("2WLTSG8MN9", "${key}")`],
  ["a.rb", `config.omniauth :strava, '69505', '${key}'`],
  ["a.rb", `provider :github, 'abc123', '${key}', scope: 'x'`],
])("%s: a key is an argument: %s", (path, text) => {
  expect(found(path, text)).toEqual([key]);
});

test.each([
  ["a.R", `httr::GET(url, authenticate("lab7", "${password}"))`],
  ["a.R", `req_auth_basic(req, "lab7", "${password}")`],
])("%s: a password is an argument: %s", (path, text) => {
  expect(found(path, text)).toEqual([password]);
});

test.each([
  ["a.rs", `let pk = VerifyingKey::from_bytes(&hex!("${key}"))?;`],
  ["a.rs", `assert_eq!(digest, hex!("${key}"));`],
  ["a.rb", "config.omniauth :facebook, ENV['FB_APP_ID'], ENV['FB_APP_SECRET']"],
  ["a.py", 'authenticate("user", "password")'],
  ["a.py", 'password = get_secret("prod/db-2024x")'],
  ["a.js", 'passport.use(x, authenticate("local", "session"))'],
])("%s: no key is an argument: %s", (path, text) => {
  expect(found(path, text)).toEqual([]);
});
