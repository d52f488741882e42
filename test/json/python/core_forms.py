"""SQLAlchemy Core, and Alembic's operations: every function writes one row and gives back the raw text of its column."""

import json

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import JSON, Column, Integer, MetaData, Table, Text, bindparam, cast, func, insert, literal, text, type_coerce, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

metadata = MetaData()
jobs = Table("jobs", metadata, Column("id", Integer, primary_key=True), Column("payload", JSON), Column("note", Text))
engine = sa.create_engine("sqlite://")


def raw(connection, column="payload"):
    return connection.exec_driver_sql(f"SELECT {column} FROM jobs").scalar()


def begin():
    fresh = sa.create_engine("sqlite://")
    metadata.create_all(fresh)
    return fresh.connect()


def case_values_keyword(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=json.dumps(data)))
        return raw(connection)


def case_values_keyword_object(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=data))
        return raw(connection)


def case_values_dict(data):
    with begin() as connection:
        connection.execute(jobs.insert().values({"payload": json.dumps(data)}))
        return raw(connection)


def case_values_list(data):
    rows = []
    for one in [data]:
        rows.append({"payload": json.dumps(one)})
    with begin() as connection:
        connection.execute(insert(jobs).values(rows))
        return raw(connection)


def case_execute_rows(data):
    with begin() as connection:
        connection.execute(insert(jobs), [{"payload": json.dumps(one)} for one in [data]])
        return raw(connection)


def case_execute_rows_loaded(data):
    with begin() as connection:
        connection.execute(insert(jobs), [{"payload": json.loads(json.dumps(one))} for one in [data]])
        return raw(connection)


def case_text_column(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(note=json.dumps(data)))
        return raw(connection, "note")


def case_update_set(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload={}))
        serialised = json.dumps(data, indent=2)
        connection.execute(update(jobs).where(jobs.c.id == 1).values(payload=serialised))
        return raw(connection)


def case_update_by_column(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload={}))
        connection.execute(jobs.update().values({jobs.c.payload: json.dumps(data)}))
        return raw(connection)


def case_upsert(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(id=1, payload={}))
        statement = sqlite_insert(jobs).values(id=1, payload={})
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"payload": json.dumps(data)}))
        return raw(connection)


def case_upsert_keyword_dict(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(id=1, payload={}))
        statement = sqlite_insert(jobs).values(id=1, payload={})
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=dict(payload=json.dumps(data))))
        return raw(connection)


def case_typed_lightweight_table(data):
    light = sa.table("jobs", sa.column("payload", sa.JSON))
    with begin() as connection:
        connection.execute(light.insert().values(payload=json.dumps(data)))
        return raw(connection)


def case_untyped_lightweight_table(data):
    light = sa.table("jobs", sa.column("payload"))
    with begin() as connection:
        connection.execute(light.insert().values(payload=json.dumps(data)))
        return raw(connection)


def case_text_typed_lightweight_table(data):
    light = sa.table("jobs", sa.column("payload", sa.Text))
    with begin() as connection:
        connection.execute(light.insert().values(payload=json.dumps(data)))
        return raw(connection)


def case_bulk_insert_typed(data):
    light = sa.table("jobs", sa.column("id", sa.Integer), sa.column("payload", sa.JSON()))
    with begin() as connection:
        op = Operations(MigrationContext.configure(connection))
        op.bulk_insert(light, [{"id": 1, "payload": json.dumps(data)}])
        return raw(connection)


def case_bulk_insert_untyped(data):
    light = sa.table("jobs", sa.column("id"), sa.column("payload"))
    with begin() as connection:
        op = Operations(MigrationContext.configure(connection))
        op.bulk_insert(light, [{"id": 1, "payload": json.dumps(data)}])
        return raw(connection)


def case_created_table(data):
    with begin() as connection:
        op = Operations(MigrationContext.configure(connection))
        made = op.create_table("made", sa.Column("id", sa.Integer, primary_key=True), sa.Column("payload", sa.JSON))
        op.bulk_insert(made, [{"payload": json.dumps(data)}])
        return connection.exec_driver_sql("SELECT payload FROM made").scalar()


def case_operation_execute(data):
    light = sa.table("jobs", sa.column("payload", sa.JSON))
    with begin() as connection:
        connection.execute(insert(jobs).values(payload={}))
        op = Operations(MigrationContext.configure(connection))
        op.execute(light.update().values(payload=json.dumps(data)))
        return raw(connection)


def case_text_statement(data):
    with begin() as connection:
        connection.execute(text("INSERT INTO jobs (payload) VALUES (:v)"), {"v": json.dumps(data)})
        return raw(connection)


def case_text_bindparams(data):
    with begin() as connection:
        connection.execute(text("INSERT INTO jobs (payload) VALUES (:v)").bindparams(v=json.dumps(data)))
        return raw(connection)


def case_text_typed_bindparam(data):
    with begin() as connection:
        statement = text("INSERT INTO jobs (payload) VALUES (:v)").bindparams(bindparam("v", type_=JSON))
        connection.execute(statement, {"v": json.dumps(data)})
        return raw(connection)


def case_text_typed_bindparam_value(data):
    with begin() as connection:
        statement = text("INSERT INTO jobs (payload) VALUES (:v)").bindparams(bindparam("v", json.dumps(data), type_=JSON))
        connection.execute(statement)
        return raw(connection)


def case_func_json(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=func.json(json.dumps(data))))
        return raw(connection)


def case_literal_text(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=literal(json.dumps(data), Text)))
        return raw(connection)


def case_type_coerce_text(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=type_coerce(json.dumps(data), Text)))
        return raw(connection)


def case_type_coerce_json(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=type_coerce(json.dumps(data), JSON)))
        return raw(connection)


def case_literal_json(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=literal(json.dumps(data), JSON)))
        return raw(connection)


def case_cast_text(data):
    with begin() as connection:
        connection.execute(insert(jobs).values(payload=cast(json.dumps(data), Text)))
        return raw(connection)


def case_default_string(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, default="{}"))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_default_dumps(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, default=json.dumps({"a": 1})))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_default_callable(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, default=lambda: json.dumps({})))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_default_dict(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, default=dict))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_server_default(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, server_default=json.dumps({"a": 1})))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_server_default_text(data):
    other = MetaData()
    made = Table("jobs", other, Column("id", Integer, primary_key=True), Column("payload", JSON, server_default=text("'{}'")))
    with sa.create_engine("sqlite://").connect() as connection:
        other.create_all(connection)
        connection.execute(insert(made).values(id=1))
        return raw(connection)


def case_reflected(data):
    with begin() as connection:
        reflected = Table("jobs", MetaData(), Column("payload", JSON), autoload_with=connection)
        connection.execute(reflected.insert().values(payload=json.dumps(data)))
        return raw(connection)


def case_raw_driver(data):
    with begin() as connection:
        connection.exec_driver_sql("INSERT INTO jobs (payload) VALUES (?)", (json.dumps(data),))
        return raw(connection)
