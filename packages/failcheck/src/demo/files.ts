/** The repository before the failures: nothing in it is wrong. */
export const soundFiles: Readonly<Record<string, string>> = {
  "failcheck.yaml": `rules:
  sql/unfiltered-revenue:
    tables: { titan.jobs: { columns: [total], key: id } }
    require: "job_status = 'completed' AND job_status NOT ILIKE '%cancel%'"
    searchPath: [titan, public]
  docs/unregistered-markdown: { allow: [README.md] }
`,
  "README.md": "# Weekly report\n",
};

/** The change that brings six failures which really happened. `token` is made at run time and stored nowhere else. */
export function failingFiles(token: string): Readonly<Record<string, string>> {
  return {
    "infra/docker-compose.override.yml": `services:
  grafana:
    environment:
      GF_AUTH_TOKEN: ${token}
`,
    "site/index.html": `<html>
  <body>
    <section class="wrapper">
      <div class="grid">
        <p>Revenue of the week</p>
    </section>
    <section><p>Everything below is trapped in the grid.</p></section>
  </body>
</html>
`,
    "site/report.html": `<html>
  <body>
    <div>{{ m('weekly_revenue') }}</div>
  </body>
</html>
`,
    "reports/weekly.py": `def weekly_revenue(cursor):
    cursor.execute("SELECT sum(total) FROM titan.jobs WHERE completed_at IS NOT NULL")
    return cursor.fetchone()[0]
`,
    "PROJECT_STATE.md": "# Where we are\n",
    "migrations/0042_routing.py": `import json

import sqlalchemy as sa
from alembic import op


def upgrade():
    op.add_column("users", sa.Column("routing", sa.JSON(), default=json.dumps({"queue": "main"})))
`,
  };
}
