"""SQLAlchemy's ORM: models in another module, and every way to give a value to a column."""

import copy
import json as j
from functools import partial
from json import dumps
from typing import cast

from sqlalchemy import create_engine, insert, select, update
from sqlalchemy.orm import Session

from helpers import DEFAULT, decode, encode, identity, store, store_all, to_dict
from models import Base, Child, Job, Loader, Looks, Mutable, Own, Typed, Validated


def begin():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return Session(engine)


def raw(session, table="jobs", column="payload"):
    session.flush()
    return session.connection().exec_driver_sql(f"SELECT {column} FROM {table}").scalar()


def case_constructor(data):
    with begin() as session:
        session.add(Job(payload=j.dumps(data)))
        return raw(session)


def case_constructor_object(data):
    with begin() as session:
        session.add(Job(payload=data))
        return raw(session)


def case_text_column(data):
    with begin() as session:
        session.add(Job(note=j.dumps(data)))
        return raw(session, column="note")


def case_attribute(data):
    with begin() as session:
        job = Job()
        job.payload = dumps(data)
        session.add(job)
        return raw(session)


def case_attribute_after_loads(data):
    with begin() as session:
        job = Job()
        value = dumps(data)
        value = j.loads(value)
        job.payload = value
        session.add(job)
        return raw(session)


def case_rebound(data):
    with begin() as session:
        value = dumps(data)
        print(len(value))
        value = data
        session.add(Job(payload=value))
        return raw(session)


def case_setattr(data):
    with begin() as session:
        job = Job()
        setattr(job, "payload", dumps(data))
        session.add(job)
        return raw(session)


def case_splat(data):
    with begin() as session:
        values = {"note": "x"}
        values["payload"] = dumps(data)
        session.add(Job(**values))
        return raw(session)


def case_splat_dict_call(data):
    with begin() as session:
        values = dict(note="x", payload=dumps(data))
        session.add(Job(**values))
        return raw(session)


def case_inside_object(data):
    with begin() as session:
        session.add(Job(payload={"inner": dumps(data)}))
        return raw(session)


def case_conditional(data):
    with begin() as session:
        session.add(Job(payload=dumps(data) if data else None))
        return raw(session)


def case_or(data):
    with begin() as session:
        value = dumps(data) or None
        session.add(Job(payload=value))
        return raw(session)


def case_branch(data):
    with begin() as session:
        if data:
            value = dumps(data)
        else:
            value = None
        session.add(Job(payload=value))
        return raw(session)


def case_isinstance_guard(data):
    with begin() as session:
        value = dumps(data)
        if isinstance(value, str):
            value = j.loads(value)
        session.add(Job(payload=value))
        return raw(session)


def case_helper(data):
    with begin() as session:
        session.add(Job(payload=encode(data)))
        return raw(session)


def case_helper_decode(data):
    with begin() as session:
        session.add(Job(payload=decode(encode(data))))
        return raw(session)


def case_helper_dict(data):
    with begin() as session:
        session.add(Job(payload=to_dict(data)))
        return raw(session)


def case_helper_sink(data):
    with begin() as session:
        store(session, dumps(data))
        return raw(session)


def case_helper_sink_object(data):
    with begin() as session:
        store(session, data)
        return raw(session)


def case_helper_keywords(data):
    with begin() as session:
        store_all(session, note="x", payload=dumps(data))
        return raw(session)


def case_helper_keywords_note(data):
    with begin() as session:
        store_all(session, note=dumps(data), payload=data)
        return raw(session)


def case_constant(data):
    with begin() as session:
        session.add(Job(payload=DEFAULT))
        return raw(session)


def case_local_helper(data):
    def pack(value):
        return dumps(value, default=str)

    with begin() as session:
        session.add(Job(payload=pack(data)))
        return raw(session)


def case_partial(data):
    pack = partial(j.dumps, default=str)
    with begin() as session:
        session.add(Job(payload=pack(data)))
        return raw(session)


def case_alias(data):
    pack = j.dumps
    with begin() as session:
        session.add(Job(payload=pack(data)))
        return raw(session)


def case_lambda(data):
    pack = lambda value: j.dumps(value)
    with begin() as session:
        session.add(Job(payload=pack(data)))
        return raw(session)


def case_shadowed(data):
    class j:
        @staticmethod
        def dumps(value):
            return value

    with begin() as session:
        session.add(Job(payload=j.dumps(data)))
        return raw(session)


def case_cast(data):
    with begin() as session:
        session.add(Job(payload=cast(dict, dumps(data))))
        return raw(session)


def case_get(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        session.flush()
        job = session.get(Job, 1)
        job.payload = dumps(data)
        return raw(session)


def case_query_first(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        job = session.query(Job).filter_by(id=1).first()
        job.payload = dumps(data)
        return raw(session)


def case_query_loop(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        for job in session.query(Job):
            job.payload = dumps(data)
        return raw(session)


def case_scalars_loop(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        for job in session.scalars(select(Job).where(Job.id == 1)):
            job.payload = dumps(data)
        return raw(session)


def case_execute_scalar(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        statement = select(Job).where(Job.id == 1)
        job = session.execute(statement).scalar_one()
        job.payload = dumps(data)
        return raw(session)


def case_annotated(data):
    def change(job: Job):
        job.payload = dumps(data)

    with begin() as session:
        job = Job()
        session.add(job)
        change(job)
        return raw(session)


def case_query_update(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        session.flush()
        session.query(Job).update({"payload": dumps(data)})
        return raw(session)


def case_query_update_attribute(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        session.flush()
        session.query(Job).filter(Job.id == 1).update({Job.payload: dumps(data)}, synchronize_session=False)
        return raw(session)


def case_update_values(data):
    with begin() as session:
        session.add(Job(id=1, payload={}))
        session.flush()
        session.execute(update(Job).where(Job.id == 1).values(payload=dumps(data)))
        return raw(session)


def case_insert_rows(data):
    with begin() as session:
        session.execute(insert(Job), [{"payload": dumps(data)}])
        return raw(session)


def case_bulk_mappings(data):
    with begin() as session:
        session.bulk_insert_mappings(Job, [{"payload": dumps(data)}])
        return raw(session)


def case_bulk_objects(data):
    with begin() as session:
        session.bulk_save_objects([Job(payload=dumps(data)) for _ in range(1)])
        return raw(session)


def case_merge(data):
    with begin() as session:
        job = session.merge(Job(id=1))
        job.payload = dumps(data)
        return raw(session)


def case_copied(data):
    with begin() as session:
        values = {"payload": dumps(data)}
        session.add(Job(**copy.copy(values)))
        return raw(session)


def case_table_of_class(data):
    with begin() as session:
        session.execute(Job.__table__.insert().values(payload=dumps(data)))
        return raw(session)


def case_mixin(data):
    with begin() as session:
        session.add(Child(extra=dumps(data)))
        return raw(session, "children", "extra")


def case_mixin_text(data):
    with begin() as session:
        session.add(Child(title=dumps(data)))
        return raw(session, "children", "title")


def case_type_map(data):
    with begin() as session:
        session.add(Typed(meta=dumps(data)))
        return raw(session, "typed", "meta")


def case_type_map_optional(data):
    with begin() as session:
        session.add(Typed(maybe=dumps(data)))
        return raw(session, "typed", "maybe")


def case_type_map_text(data):
    with begin() as session:
        session.add(Typed(name=dumps(data)))
        return raw(session, "typed", "name")


def case_annotated_alias(data):
    with begin() as session:
        session.add(Typed(alias=dumps(data)))
        return raw(session, "typed", "alias")


def case_variant(data):
    with begin() as session:
        session.add(Typed(variant=dumps(data)))
        return raw(session, "typed", "variant")


def case_decorator_pass_through(data):
    with begin() as session:
        session.add(Own(passing=dumps(data)))
        return raw(session, "own", "passing")


def case_decorator_text_dumps(data):
    with begin() as session:
        session.add(Own(dumping=dumps(data)))
        return raw(session, "own", "dumping")


def case_decorator_text_dumps_object(data):
    with begin() as session:
        session.add(Own(dumping=data))
        return raw(session, "own", "dumping")


def case_decorator_lenient(data):
    with begin() as session:
        session.add(Own(lenient=dumps(data)))
        return raw(session, "own", "lenient")


def case_named_json_but_text(data):
    with begin() as session:
        session.add(Looks(payload=dumps(data)))
        return raw(session, "looks")


def case_validator_loads(data):
    with begin() as session:
        session.add(Validated(payload=dumps(data)))
        return raw(session, "validated")


def case_init_loads(data):
    with begin() as session:
        session.add(Loader(payload=dumps(data)))
        return raw(session, "loaders")


def case_mutable_update(data):
    with begin() as session:
        session.add(Mutable(id=1, payload={}))
        session.flush()
        session.execute(update(Mutable).values(payload=dumps(data)))
        return raw(session, "mutables")


def case_identity(data):
    with begin() as session:
        job = identity(Job())
        job.payload = data
        session.add(job)
        return raw(session)


def case_log_and_length(data):
    with begin() as session:
        line = dumps(data)
        print(line)
        session.add(Job(payload=data, note=line, size=len(line)))
        return raw(session)


def case_loop_rows(data):
    rows = [{"payload": data} for _ in range(1)]
    for row in rows:
        row["payload"] = dumps(row["payload"])
    with begin() as session:
        session.execute(insert(Job), rows)
        return raw(session)


