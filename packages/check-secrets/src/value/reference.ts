import { randomness } from "./statistics.ts";

/** References to a value that is kept elsewhere: `${X}`, `{{ x }}`, `<your key>`, `%X%`, `vault:a/b`, SQL*Plus's `&x`; a colour; not `a$b`. */
const reference =
  /^(?:&&?[A-Za-z_]{2,40}\d{0,2}\.?$|#[0-9a-f]{3,8}$|\$|\{\{|\{%|<|%\(|%[\w.():]{1,60}%$|#\{|@\{|@@|\[|\(|\{|!{1,2}\w|#\/|__\w{1,60}__$|ENC\[|AWS::|vault:|op:\/\/|ssm:|secret:|secretref:|secrets\.|env[:.(]|arn:|kms:|file:|keyring:|process\.env|import\.meta|os\.environ|System\.getenv|config\.|self\.|this\.|var\.|local\.|data\.|module\.)/i;

/** Texts that are filled in or matched with at run time, and rules for what a user types (`required|min:8`): `$(x)`, `{0}`, `%s`, `[a-z]`, `\\s`, `'+x+'`; not `a%b`. */
const template =
  /^['"`] ?[+.&].*[+.&] ?['"`]$|^[a-z]{3,12}(?:\|[a-z]{2,12}(?::[\w,]{1,20})?){1,8}$|\$[{(]|\{\{|#\{|%[sd]|\{(?:\d?|[a-z_]{3,40}\d{0,4}(?:\.\w{1,40}){0,4}|[a-z]{2,20}\d{0,4}(?:_[a-z0-9]{1,20}){1,4})\}|\{[a-z_]\w{0,40}(?:\.\w{1,40}){1,4}\(|\(\?[:i=!]|\[\^?(?:[a-z]-[a-z]|[A-Z]-[A-Z]|0-9)|\\[swdb]|\.\*|^\^|\$\d(?!\w)|^[A-Z]\w{2,40}<\w{1,40}>$|^\d?\*[a-z]{2,20}(?:-[a-z]{2,20})+$|^(?:Big)?(?:Uint|Int|Float)\d{1,2}(?:Clamped)?Array$/;

/** Texts within `${…}`, `{{…}}` and `#{…}`: what a template has there is a well-formed expression. */
const fields = /(?:\$\{|\{\{|#\{).*/;

const closers: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };

/** Whether a bracket is closed by one of another sort, as in `{{h}o)p${e]`: no language writes that, and a password may hold it. */
export function isCrossed(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closer = closers[character];
    if (closer !== undefined) open.push(closer);
    else if ("}])".includes(character) && open.length > 0 && open.pop() !== character) return true;
  }
  return false;
}

/** Whether something in the text is filled in or matched with at run time. */
function isTemplate(value: string): boolean {
  if (!template.test(value)) return false;
  const field = fields.exec(value)?.[0];
  return field === undefined || !isCrossed(field) || template.test(value.slice(0, -field.length));
}

/** The name of a constant: `DB_PASSWORD`, `@TOKEN_NAME@`, `ECC_SECG_P256K1`; not `AB12_CD34`. */
const constant =
  /^@?(?:[A-Z]{2,30}(?:_[A-Z]{1,30}){0,5}|[A-Z]{2,12}_[A-Z]{2,12}_[A-Z]{0,8}\d{1,4}(?:[A-Z]\d{0,2})?|[A-Z0-9_]{0,40}_(?:PASSWORD|PASS|TOKEN|SECRET|KEY))@?$|^\*{1,3}\w{1,40}\*{1,3}$/;

/** A lower-case name that speaks of passwords: `vault_password_2`; not `pa55word`. */
const speakingName = /^[a-z0-9@.]{0,40}(?:[_@.-][a-z0-9]{1,40}){0,6}$/;
const speakingWord = /(?:^|[_@.-])(?:password|passwd|pass|pwd|secret|token|key)(?:$|[_@.-])/;

/** Names with dots and calls: `settings.password`, `getToken()`; not `ab.cd!`. */
const expression =
  /^[A-Za-z_$][\w$]{0,60}(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]{0,60}){1,6}\(.{0,60}$|^[A-Za-z_$][\w$.]{0,60}(?:\(|\[).{0,200}$/;

/** Names with dots alone: `settings.password`; not `ab.cd!`. */
const member = /^[A-Za-z_$][\w$]{0,60}(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]{0,60}){1,6}$/;

/** Numbers that names of programs hold: `sha256`, `base64`, `x509`; not `tree42`. */
const technicalNumber = /(?:sha|base|utf|x|int|hs|rs|es|ps|aes|rfc|hmac|float|win|md|ed|ipv|iso|s3|k8)_?\d{1,5}/gi;

/**
 * Whether the text names a member of something: one with a number of several digits, or with letters that no words have, is rather
 * a password with a dot in it.
 */
function isMember(value: string): boolean {
  if (!member.test(value)) return false;
  const plain = value.replace(technicalNumber, "");
  return !/\d\d/.test(plain) && !(/\d/.test(plain) && value.length >= 9 && randomness(plain) >= 4.4);
}

/** A text of base64 that begins with a slash and is no path: `/` and 30 characters and `=`; not `/etc/x`. */
const slashed = /^\/[A-Za-z0-9+/]{30,512}={1,2}$/;

/** Texts of another kind: paths, addresses, versions, dates, e-mail, integrity hashes, public keys. `/run/x` matches, `p/q` does not. */
const otherKind =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|[a-z][a-z0-9+.-]{1,20}:\/\/|(?:scram-|SCRAM-)?(?:sha|SHA)-?\d{1,3}(?:[-_:$]|$)|md5[-:]|(?:md5|sha1|pbkdf2_\w{3,8}|bcrypt\w{0,8}|argon2\w{0,2}|scrypt)\$|A\d{3}(?:CBC-HS\d{3}|GCM|KW|GCMKW)$|md5[0-9a-f]{32}$|ssh-(?:rsa|ed25519)|ecdsa-|urn:|data:|v?\d{1,4}\.\d{1,5}(?:[.+]\d|$)|rounds=\d{3,8}\$|\d{4}-\d\d-\d\d|@[\w-]{1,60}(?:\/|\.\w{2})|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,8}$|[\w-]{1,40}\.(?:json|ya?ml|txt|pem|crt|key|env|py|js|ts|html?|md|xml|log|sh|jar)$)/;

/** A sign that mostly begins a reference or a path, where none follows: `[` or `<` that nothing closes, `$4`, `/a#B`; not `[x]`. */
const loneSign =
  /^(?:[[({<](?!.*[\])}>])|\$\d(?!\w{0,2}\$)|\$[A-Za-z]\w{0,30}[!#%^*~?][^$]*$|!(?=\w)|~?\/(?=[^/!#$%^&*]*[!#$%^&*][^/]*$))/;

/** Whether upper and lower case and several digits are mixed, as in no name: `x9K2q`; not `key2`. */
export function isMixed(value: string): boolean {
  return /\d[^]*\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
}

/** Whether the text is a reference, a call or a path: where the secret is kept, not the secret. */
export function isReference(value: string): boolean {
  if (loneSign.test(value) && isMixed(value) && !/\s/.test(value)) return false;
  return (
    reference.test(value) ||
    isTemplate(value) ||
    constant.test(value) ||
    expression.test(value) ||
    isMember(value) ||
    (otherKind.test(value) && !slashed.test(value)) ||
    (value.length < 40 && speakingName.test(value) && speakingWord.test(value))
  );
}
