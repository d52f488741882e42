import type { Meaning } from "../value/name.ts";
import { isReference } from "../value/reference.ts";
import { isPlaceholder, isSecret, isStrongPassword } from "../value/value.ts";
import type { Candidate } from "./candidate.ts";
import { shownOf } from "./url.ts";

/** A call of which one argument is a credential, known by its place alone. */
interface Call {
  /** How the call is written, with its bracket, in lower case. */
  readonly text: string;
  /** Which argument it is, counted from 0. */
  readonly argument: number;
  readonly meaning: Meaning;
  /** Something else may stand there: the value must be mixed as no word is. */
  readonly isOpen?: true;
}

const passwordCalls = [
  ["getconnection(", 2],
  ["dbi->connect(", 2],
  ["+= credentials(", 3],
  ["networkcredential(", 1],
  ["new pdo(", 2],
  ["mysqli_connect(", 2],
  ["new mysqli(", 2],
  ["mysql_connect(", 2],
  ["ftp_login(", 2],
  ["ssh2_auth_password(", 2],
  ["imap_open(", 2],
  ["basicauth(", 1],
  ["basic_auth(", 1],
  ["setbasicauth(", 1],
  ["credentials.basic(", 1],
  ["usernamepasswordcredentials(", 1],
  ["passwordauthentication(", 1],
  ["usernamepasswordcredential(", 1],
  ["smtp.login(", 1],
  ["server.login(", 1],
  ["ftp.login(", 1],
  ["plainauth(", 2],
  ["mysql_pconnect(", 2],
  ["mysql_real_connect(", 3],
  ["oci_connect(", 1],
  ["oci_pconnect(", 1],
  ["ldap_bind(", 2],
  ["new \\pdo(", 2],
  ["pymysql.connect(", 2],
  ["mysqldb.connect(", 2],
  ["cx_oracle.connect(", 1],
  ["oracledb.connect(", 1],
  ["wifi.begin(", 1],
  ["new sequelize(", 2],
  ["signinwithemailandpassword(", 1],
  ["createuserwithemailandpassword(", 1],
  ["keyring.set_password(", 2],
  ["pgp_sym_decrypt(", 1],
  ["pgp_sym_encrypt(", 1],
  ["aes.encrypt(", 1],
  ["aes.decrypt(", 1],
  ["networkcredentials(", 1],
  ["usernamepasswordauthenticationtoken(", 1],
  ["jwtbearer(", 1],
  [".unprotect(", 0],
  ["addpasswordauth(", 1],
  [".setpassword(", 1],
  ["auth=(", 1],
  ["changeuserpassword(", 1],
  ["simple_bind_s(", 1],
  ["simple_bind(", 1],
  ["real_connect(", 2],
  ["logonuser(", 2],
  ["logonuser(", 1],
  ["::authenticate(", 1],
] as const;

/** Calls of many meanings: only what no word could be is a password there. */
const openCalls = [
  [".login(", 1],
  [">login(", 1],
  [">credentials(", 3],
  [">connect(", 2],
  [" login(", 1],
  [":connect(", 2],
  ["authenticate(", 1],
  ["req_auth_basic(", 1],
  ["req_auth_basic(", 2],
  [".decrypt(", 0],
  [".sendline(", 0],
  [".bind(", 1],
  [".auth(", 1],
  ["logon(", 1],
  [".basic(", 1],
  [".connect(", 2],
  [".connect(", 3],
  [" connect(", 2],
  [" credentials(", 1],
  [".credentials(", 3],
  ["database(", 2],
  ["redis.redis(", 3],
  ["ftp(", 2],
  ["ftps(", 2],
  ["ftp_tls(", 2],
  ["ftpclient(", 2],
  ["sshclient(", 2],
  ["smtpclient(", 2],
  ["smtpclient(", 3],
  ["imapclient(", 2],
  ["userpass(", 1],
] as const;

const keyCalls = [
  ["jwt.sign(", 1],
  ["jwt.verify(", 1],
  ["jwt.encode(", 1],
  ["hmac.new(sha256.new, ", 0],
  ["hmac.new(sha512.new, ", 0],
  ["hmac.new(sha1.new, ", 0],
  ["aws::credentials.new(", 1],
  ["oauthhandler(", 1],
  ["oauth1(", 1],
  ["jwt.decode(", 1],
  ["jwt::encode(", 1],
  ["jwt::decode(", 1],
  ["createhmac(", 1],
  ["hmac.new(", 0],
  ["hash_hmac(", 2],
  ["createcipheriv(", 1],
  ["createdecipheriv(", 1],
  ["fernet(", 0],
  ["cookieparser(", 0],
  ["algorithm.hmac256(", 0],
  ["algorithm.hmac512(", 0],
  ["basicawscredentials(", 1],
  ["awsbasiccredentials.create(", 1],
  ["basicsessioncredentials(", 1],
  ["newstaticcredentials(", 1],
  ["newstaticcredentialsprovider(", 1],
  ["aws.credentials.new(", 1],
  ["clientsecretcredential(", 2],
  ["signwith(", 1],
  ["twilio.init(", 1],
  ["aes.new(", 0],
  ["secretkeyspec(", 0],
  ["wallet(", 0],
  ["privatekeytoaccount(", 0],
  ["account.from_key(", 0],
  ["signingkey(", 0],
  ["signingkey::from_bytes(", 0],
  ["signingkey.from_string(", 0],
  ["secretkey::from_slice(", 0],
  ["secretkey::from_str(", 0],
  ["privatekey.from_hex(", 0],
  ["privatekey.from_private_bytes(", 0],
  ["keypair.fromsecretkey(", 0],
  ["createsecretkey(", 0],
  ["hmacshakeyfor(", 0],
  ["hmac.hexdigest(", 1],
  ["hmacsha1(", 0],
  ["hmacsha1(", 1],
  ["hmacsha256(", 0],
  ["hmacsha256(", 1],
  ["hmacsha512(", 0],
  ["hmacsha512(", 1],
  ["messageencryptor.new(", 0],
  ["messageverifier.new(", 0],
  ["lockbox.new(key: ", 0],
  ["aes.newcipher(", 0],
  ["aesgcm(", 0],
  ["aesgcm::new(", 0],
  ["chacha20poly1305(", 0],
  ["secretbox(", 0],
  ["symmetrickey(", 0],
  ["aes256gcm>::from_slice(", 0],
  ["::new_from_slice(", 0],
  ["new cryptr(", 0],
  ["urlsafetimedserializer(", 0],
  ["urlsafeserializer(", 0],
  ["timestampsigner(", 0],
  ["dangerous.signer(", 0],
  ["newcookiestore(", 0],
  ["securecookie.new(", 0],
  ["csrf.protect(", 0],
  [".basic_auth(", 1],
  ["discord.login(", 0],
  ["client.login(", 0],
  ["client.run(", 0],
  ["bot.run(", 0],
  ["bot.login(", 0],
  ["symmetricsecuritykey(", 0],
  ["hs256(", 0],
  ["loginwithtoken(", 0],
  ["setapikey(", 0],
  ["telegrambot(", 0],
  // Not `algoliasearch(`: a page is given a key there that can do no more than search.
  ["searchclient.create(", 1],
  ["searchclient::create(", 1],
] as const;

/** Calls of another language's form: the arguments follow without brackets. */
const bareCalls = [
  ["basic_auth ", 1],
  ["unprotect ", 0],
  [".protect ", 0],
] as const;

/** Calls with a credential among their arguments. */
export const calls: readonly Call[] = [
  ...passwordCalls.map(([text, argument]) => ({ text, argument, meaning: "password" as const })),
  ...bareCalls.map(([text, argument]) => ({ text, argument, meaning: "password" as const, isOpen: true as const })),
  ...openCalls.map(([text, argument]) => ({ text, argument, meaning: "password" as const, isOpen: true as const })),
  ...keyCalls.map(([text, argument]) => ({ text, argument, meaning: "key" as const })),
];

/** One argument: a string in quotes, or anything without quotes, commas and brackets; `a, b` matches `a` only. */
const argument =
  /\s{0,40}(?:(?:(?:\w{1,20}: )?(?:[&*]{0,2}(?:new )?[A-Za-z_][\w.:]{0,40}(?:\(\)\.\w{1,20})?!?\(|\[\]byte\()){0,3}(?:\w{1,20}: ?)?([bru]?)(["'`])((?:(?!\2)[^\\\n]){0,300})\2\){0,3}(?:\.\w{1,20}\(\))?|\{[^{}]{0,300}\}|[^"'`,()\n]{0,120}(?:\([^"'`()\n]{0,80}\))?)\s{0,40}/y;

/** The credential among the arguments of the call, whose bracket is at `end - 1`. */
export function argumentAt(text: string, end: number, call: string): Candidate | undefined {
  for (const known of calls) {
    const found = known.text === call ? argumentOf(text, end, known) : undefined;
    if (found) return found;
  }
  return undefined;
}

function argumentOf(text: string, end: number, known: Call): Candidate | undefined {
  let at = end;
  for (let index = 0; index <= known.argument; index++) {
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (found === null) return undefined;
    const after = argument.lastIndex;
    const quote = found[2];
    if (index === known.argument) {
      const value = found[3] ?? "";
      return quote === undefined ? undefined : credential(value, at + found[0].indexOf(quote) + 1, known);
    }
    if (text[after] !== ",") return undefined;
    at = after + 1;
  }
  return undefined;
}

function credential(value: string, start: number, { text, meaning, isOpen }: Call): Candidate | undefined {
  if (isPlaceholder(value) || isReference(value) || !isSecret(value, meaning, true)) return undefined;
  if (isOpen && !isStrongPassword(value)) return undefined;
  return {
    defect: "assigned-credential",
    kind: meaning === "password" ? "password" : "secret-key",
    title: `argument of ${text.slice(0, -1)}`,
    start,
    end: start + value.length,
    shown: shownOf(value),
    why: "the call takes a credential in this place",
    sureness: 41,
  };
}
