import json
from typing import Annotated, Any, Optional

from sqlalchemy import JSON, Column, Integer, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, validates
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: JSON}


class Job(Base):
    __tablename__ = "jobs"
    id = Column(Integer, primary_key=True)
    payload = Column(JSON)
    note = Column(Text)
    size = Column(Integer)


class Extra:
    extra = Column(JSON().with_variant(JSONB, "postgresql"))

    @declared_attr
    def title(cls):
        return Column(String)


class Child(Extra, Base):
    __tablename__ = "children"
    id = Column(Integer, primary_key=True)


JsonDict = Annotated[dict, mapped_column(JSON)]
Portable = JSON().with_variant(JSONB(), "postgresql")


class Typed(Base):
    __tablename__ = "typed"
    id: Mapped[int] = mapped_column(primary_key=True)
    meta: Mapped[Optional[dict[str, Any]]] = mapped_column()
    maybe: Mapped[dict[str, Any] | None]
    name: Mapped[Optional[str]]
    alias: Mapped[Optional[JsonDict]] = mapped_column(default=None)
    variant: Mapped[Optional[dict]] = mapped_column(Portable)


class Passing(TypeDecorator):
    impl = JSON
    cache_ok = True


class Dumping(TypeDecorator):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is not None:
            value = json.dumps(value)
        return value


class Lenient(TypeDecorator):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if isinstance(value, str):
            return value
        return json.dumps(value)


class Own(Base):
    __tablename__ = "own"
    id = Column(Integer, primary_key=True)
    passing = Column(Passing)
    dumping = Column(Dumping())
    lenient = Column(Lenient())


class PlainText(TypeDecorator):
    impl = Text
    cache_ok = True


class Looks(Base):
    JSON = PlainText
    __tablename__ = "looks"
    id = Column(Integer, primary_key=True)
    payload = Column(JSON)


class Validated(Base):
    __tablename__ = "validated"
    id = Column(Integer, primary_key=True)
    payload = Column(JSON)

    @validates("payload")
    def decode(self, key, value):
        return json.loads(value) if isinstance(value, str) else value


class Loader(Base):
    __tablename__ = "loaders"
    id = Column(Integer, primary_key=True)
    payload = Column(JSON)

    def __init__(self, payload):
        self.payload = json.loads(payload)


class Mutable(Base):
    __tablename__ = "mutables"
    id = Column(Integer, primary_key=True)
    payload = Column(MutableDict.as_mutable(JSON))
