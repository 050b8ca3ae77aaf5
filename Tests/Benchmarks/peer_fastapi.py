"""The mock a test suite would write in an afternoon with FastAPI: checked by a model, kept, answered.

Usage: python -m uvicorn peer_fastapi:app --port PORT
"""

import uuid
from datetime import datetime, timezone

from fastapi import FastAPI
from pydantic import BaseModel


class Dependency(BaseModel):
    name: str
    version: str


class Secret(BaseModel):
    name: str
    value: str


class NewModule(BaseModel):
    name: str
    code: str
    dependencies: list[Dependency] = []
    secrets: list[Secret] = []


app = FastAPI()
modules = {}


@app.get("/__admin/health")
async def health():
    return {"status": "ok"}


@app.post("/api/v2/actions/modules", status_code=201)
async def create(new: NewModule):
    now = datetime.now(timezone.utc).isoformat()
    module = {
        "id": str(uuid.uuid4()), "name": new.name, "code": new.code,
        "dependencies": [dependency.model_dump() for dependency in new.dependencies],
        "secrets": [{"name": secret.name, "updated_at": now} for secret in new.secrets],
        "all_changes_published": False, "actions_using_module_total": 0, "created_at": now, "updated_at": now,
    }
    modules[module["id"]] = module
    return module
