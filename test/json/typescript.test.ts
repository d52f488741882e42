import { activeRule, lintTexts } from "@failcheck/core/testing";
import { rules } from "@failcheck/check-json";
import { expect, test } from "vitest";

/** Small projects, and how many of their writes are wrong: what only TypeScript can say, decorators and types. */
const projects: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, wrong: number]>> = {
  typeormDecorated: [
    {
      "user.entity.ts": `import { Entity, Column, BaseEntity } from "typeorm";
@Entity() export class User extends BaseEntity { @Column("jsonb") meta!: object; @Column({ type: "simple-json", nullable: true }) prefs: any; @Column("text") note!: string;
 @Column({ type: "json", transformer: { to: (v) => JSON.stringify(v), from: (v) => v } }) bad: any; }`,
      "user.service.ts": `import { Injectable } from "@nestjs/common"; import { InjectRepository } from "@nestjs/typeorm"; import { Repository } from "typeorm"; import { User } from "./user.entity";
@Injectable() export class UserService { constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
 async a(d: object) { await this.users.save({ meta: JSON.stringify(d) }); }
 async b(d: object) { await this.users.update({ note: "x" }, { prefs: JSON.stringify(d) }); }
 async c(d: object) { const u = await this.users.findOneBy({ id: 1 }); u.meta = JSON.stringify(d); await this.users.save(u); }
 async e(d: object) { const u = new User(); u.meta = JSON.stringify(d); u.note = JSON.stringify(d); }
 async f(d: object) { await this.users.save({ meta: d, note: JSON.stringify(d) }); }
 async g(u: User, d: object) { u.prefs = JSON.stringify(d); }
 async h(d: object) { await this.users.createQueryBuilder().update().set({ meta: JSON.stringify(d) }).where("id=1").execute(); }
 async i(d: object) { await User.update({ note: "" }, { meta: JSON.stringify(d) }); const us = await User.find(); for (const u of us) { u.meta = JSON.stringify(d); } }
 async j(d: object) { await this.users.query("insert into user (meta) values ($1)", [JSON.stringify(d)]); }
 async k(d: object) { await this.users.upsert([{ meta: JSON.stringify(d) }], ["id"]); }
 }`,
    },
    10,
  ],
  mikro: [
    {
      "e.ts": `import { Entity, Property, JsonType, PrimaryKey } from "@mikro-orm/core";
@Entity() export class A { @PrimaryKey() id!: number; @Property({ type: "json" }) meta: any; @Property({ type: JsonType, nullable: true }) two: any; @Property({ columnType: "jsonb" }) three: any; @Property({type: "text"}) note: any; }`,
      "s.ts": `import { EntityManager, wrap } from "@mikro-orm/core"; import { A } from "./e.js";
export async function a(em: EntityManager, d: object) {
 em.create(A, { meta: JSON.stringify(d) });
 await em.insert(A, { two: JSON.stringify(d), note: JSON.stringify(d) });
 await em.nativeUpdate(A, { id: 1 }, { meta: JSON.stringify(d) });
 const x = await em.findOneOrFail(A, 1); x.meta = JSON.stringify(d);
 em.assign(x, { three: JSON.stringify(d) });
 wrap(x).assign({ meta: JSON.stringify(d) });
 await em.getConnection().execute("update a set meta = ?", [JSON.stringify(d)]);
}`,
    },
    6,
  ],
  sequelizeTs: [
    {
      "m.ts": `import { Table, Column, Model, DataType } from "sequelize-typescript";
@Table export class Job extends Model<Job> { @Column(DataType.JSONB) payload: any; @Column({ type: DataType.JSON }) more: any; @Column(DataType.TEXT) note: string; }`,
      "s.ts": `import { Job } from "./m"; export class S { constructor(private jobs: typeof Job) {} async a(d: any) { await Job.create({ payload: JSON.stringify(d), note: JSON.stringify(d) }); const j = await Job.findByPk(1); j!.more = JSON.stringify(d); await j?.update({ payload: JSON.stringify(d) }); await this.jobs.create({payload: JSON.stringify(d)}) } }`,
    },
    4,
  ],
  drizzleVariants: [
    {
      "schema.ts": `import { pgTableCreator, pgSchema, customType, integer } from "drizzle-orm/pg-core"; import { sqliteTable, text } from "drizzle-orm/sqlite-core"; import { mysqlTable, json, int } from "drizzle-orm/mysql-core";
export const createTable = pgTableCreator((n) => "x_" + n);
export const a = createTable("a", (t) => ({ id: t.integer(), meta: t.jsonb().notNull(), note: t.text() }));
export const s = pgSchema("s"); 
export const lite = sqliteTable("lite", { meta: text("meta", { mode: "json" }).$type<{a: 1}>(), plain: text("plain") });
export const my = mysqlTable("my", { id: int("id"), meta: json("meta").default(JSON.stringify({})) });
const packed = customType<{ data: any }>({ dataType() { return "text" }, toDriver(v) { return JSON.stringify(v) } });
const raw = customType<{ data: any }>({ dataType() { return "jsonb" }, toDriver(v) { return v } });
export const c = createTable("c", { p: packed("p"), r: raw("r"), i: integer("i") });`,
      "db/index.ts": `export * as schema from "../schema"; export * from "../schema";`,
      "w.ts": `import { a, lite, my, c } from "./db"; import { schema } from "./db/index.js"; import { db } from "@/client";
export const w = async (d: object) => {
 await db.insert(a).values({ meta: JSON.stringify(d), note: JSON.stringify(d) });
 await db.insert(lite).values({ meta: JSON.stringify(d), plain: JSON.stringify(d) });
 await db.update(my).set({ meta: JSON.stringify(d) });
 await db.insert(c).values({ p: JSON.stringify(d), r: JSON.stringify(d) });
 await db.update(schema.a).set({ meta: JSON.stringify(d) });
}`,
    },
    6,
  ],
  prisma: [
    {
      "prisma/schema.prisma": `model User {\n  id Int @id\n  meta Json?\n  tags Json[]\n  note String\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  body Json\n  user User @relation(fields: [userId], references: [id])\n  userId Int\n}\n`,
      "p.ts": `import { PrismaClient } from "@prisma/client"; export const prisma = new PrismaClient();`,
      "w.ts": `import { prisma } from "./p"; export async function w(d: object, ctx: any) {
 await prisma.user.create({ data: { meta: JSON.stringify(d), note: JSON.stringify(d) } });
 await prisma.user.update({ where: { id: 1 }, data: { meta: JSON.stringify(d) } });
 await prisma.user.upsert({ where: { id: 1 }, create: { meta: JSON.stringify(d) }, update: { meta: d } });
 await prisma.user.createMany({ data: [d].map((x) => ({ meta: JSON.stringify(x) })) });
 await ctx.prisma.post.create({ data: { body: JSON.stringify(d) } });
 await prisma.$transaction(async (tx) => { await tx.user.updateMany({ data: { meta: JSON.stringify(d) } }); });
 await prisma.user.create({ data: { note: "", posts: { create: [{ body: JSON.stringify(d) }] } } });
 await prisma.$executeRaw\`update user set meta = \${JSON.stringify(d)}::jsonb\`;
 await prisma.user.create({ data: { meta: d, note: JSON.stringify(d) } });
}`,
      "svc.ts": `import { PrismaClient } from "@prisma/client"; class PrismaService extends PrismaClient {} export class S { constructor(private readonly db: PrismaService) {} async x(d: object) { await this.db.user.create({ data: { meta: JSON.stringify(d) } }); } }`,
    },
    8,
  ],
  objection: [
    {
      "m.ts": `import { Model } from "objection"; class Base extends Model {} export class J extends Base { static tableName = "j"; static jsonAttributes = ["payload"]; payload: any }`,
      "w.ts": `import { J } from "./m"; export const w = async (d: any, trx: any) => { await J.query(trx).insert({ payload: JSON.stringify(d), other: JSON.stringify(d) }); await J.query().findById(1).patch({ payload: JSON.stringify(d) }); const j = await J.query().findById(1); await j.$query().patch({ payload: JSON.stringify(d) }); }`,
    },
    3,
  ],
  postgresVariants: [
    {
      "db.ts": `import postgres from "postgres"; const sql = postgres(process.env.URL!); export default sql;`,
      "w.ts": `import sql from "./db"; export const w = async (d: any) => { await sql\`update t set meta = \${JSON.stringify(d)}::jsonb where id = 1\`; await sql\`update t set meta = \${sql.json(JSON.stringify(d))}\`; await sql\`update t set meta = \${JSON.stringify(d)}::text::jsonb\`; await sql\`update t set meta = \${sql.json(d)}\`; await sql.begin(async (tx) => { await tx\`update t set meta = \${JSON.stringify(d)}::jsonb\`; }); }`,
      "x.ts": `import { drizzle } from "drizzle-orm/postgres-js"; import postgres from "postgres"; const client = postgres("x"); export const db = drizzle(client); export const w = (d: any) => client\`update t set meta = \${JSON.stringify(d)}::jsonb\`;`,
      "y.ts": `import { Client } from "pg"; import { sql } from "kysely"; export const w = (c: Client, d: any) => { c.query("insert into t (meta) values ($1::jsonb)", [JSON.stringify(d)]); return sql\`update t set meta = \${JSON.stringify(d)}::jsonb\` }`,
    },
    3,
  ],
  sequelizeCjs: [
    {
      "user.js": `const { DataTypes } = require("sequelize"); const sequelize = require("./db"); const User = sequelize.define("User", { meta: { type: DataTypes.JSONB, allowNull: true }, note: DataTypes.STRING }); module.exports = User;`,
      "db.js": `const { Sequelize } = require("sequelize"); module.exports = new Sequelize("x");`,
      "w.js": `const User = require("./user"); module.exports = async (d) => { await User.create({ meta: JSON.stringify(d), note: JSON.stringify(d) }); }`,
    },
    1,
  ],
};

const active = rules.filter(({ id }) => id === "json/double-encode").map((rule) => activeRule(rule));

test.each(Object.entries(projects))("%s", async (_, [after, wrong]) => {
  const { findings, failures } = await lintTexts(active, { after });
  expect(failures).toEqual([]);
  expect(findings.map(({ path, line }) => `${path}:${line}`)).toHaveLength(wrong);
});

/** What a repository may hold beside sound files. */
const broken = {
  "models.py":
    "from sqlalchemy import JSON, Column\nfrom other import *\nclass Job(Base):\n  payload = Column(JSON)\nclass Job(Base):\n  payload = Column(JSON\n",
  "other.py": "from models import *\nimport json\nprint 'two'\nJob(payload=json.dumps(1)\n",
  "half.ts": "const x = { a: JSON.stringify(b)\n  await db.insert(jobs",
  "names.py": "import json\nconstructor(toString=json.dumps(1)).valueOf(json.dumps(2))\n",
};

test("half-written files, cycles, stars and names like constructor are no failure", async () => {
  const { failures } = await lintTexts(active, { after: broken });
  expect(failures).toEqual([]);
});
