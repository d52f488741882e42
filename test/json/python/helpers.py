import json

from models import Job

DEFAULT = json.dumps({"a": 1})


def encode(value):
    return json.dumps(value)


def decode(value):
    return json.loads(value)


def to_dict(value):
    return {"value": value}


def identity(value):
    return value


def store(session, payload):
    session.add(Job(payload=payload))


def store_all(session, **values):
    session.add(Job(**values))
