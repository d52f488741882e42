import { expect, test } from "vitest";
import { adviceFor } from "./advice.ts";

test.each([
  ["k8s/db.yaml", "kubernetes-secret", "SealedSecret"],
  ["deploy.sh", "password", "source .env.secrets"],
  [".env.production", "password", ".env.example"],
  ["docker-compose.yml", "password", "env_file"],
  ["Dockerfile", "password", "--mount=type=secret"],
  ["group_vars/all.yml", "password", "ansible-vault"],
  [".github/workflows/ci.yml", "password", "secrets.NAME"],
  ["chart/values.yaml", "password", "existingSecret"],
  ["src/main/resources/application.properties", "password", "${NAME}"],
  ["infra/main.tf", "password", "sensitive = true"],
  ["appsettings.json", "password", "user-secrets"],
  ["app/build.gradle.kts", "password", "gradleProperty"],
  ["pom.xml", "password", "${env.NAME}"],
  ["docs/access.rst", "password", "In a document"],
  ["src/app.ts", "password", "In code"],
  ["some/thing", "password", "placeholder"],
])("%s, %s: the repair speaks of %s", (path, kind, repair) => {
  const advice = adviceFor(path, "assigned-credential", kind);
  expect(advice).toMatch(/^Rotate it .*, then move it .*\. /);
  expect(advice).toContain(repair);
});
