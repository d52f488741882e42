import { sample } from "@failcheck/check-secrets/sample";
import { sourceFile } from "@failcheck/core";
import { expect, test } from "vitest";
import { scan } from "./scan.ts";

const marked = (path: string, content: string) => {
  const file = sourceFile(path, Buffer.from(content));
  return scan(file).hits.map(({ at }) => file.text.slice(...at));
};

test.each([
  "contraseña_bd",
  "CONTRASENA",
  "mdp_admin",
  "mot_de_passe",
  "passwort",
  "senha",
  "wachtwoord",
  "haslo",
  "ПАРОЛЬ_БД",
  "密码",
])("%s names a password", (name) => {
  const secret = sample("password", name);
  expect(marked("app.yaml", `${name}: "${secret}"\n`)).toEqual([secret]);
});

test.each(["clave_api", "jeton_api", "cle_secrete", "chave_api", "chiave_segreta", "Zugriffsschluessel", "klucz_api", "geheim"])(
  "%s names a key",
  (name) => {
    const secret = sample("secret-key", name);
    expect(marked("app.yaml", `${name}: "${secret}"\n`)).toEqual([secret]);
  },
);

test.each([
  "clave_primaria: usuario_id",
  "cle_usb: 'non'",
  "contraseña: ${CONTRASENA}",
  "passwort: 'motdepasse'",
  "enclave: sgx2",
])("%s holds no secret", (line) => {
  expect(marked("app.yaml", `${line}\n`)).toEqual([]);
});

test("a password with a dot and a number in it is no member of an object", () => {
  const secret = sample("password", "dot");
  const dotted = `Abc${secret.replace(/\W/g, "")}.x42y`;
  expect(marked("app.yaml", `password: ${dotted}\n`)).toEqual([dotted]);
  expect(marked("app.yaml", "password: settings.sha256\n")).toEqual([]);
});
