"""What no call can bring about, since it comes of logins and directories."""

SEEDED = "auth0|0123456789abcdef01234567"
TIME = "2026-01-02T03:04:05.678Z"
STAMPS = {"created_at": TIME, "updated_at": TIME}


def seeded(place, keys, **members):
    """A document as exports have it; `keys` are what it is found by: numbers of indices, and values."""
    return {"id": place, "at": TIME, "keys": keys, "object": members}


SEED = {"resources": {"links": {}, "tables": {
    "users": [seeded(
        SEEDED, [[1, "seeded@example.com"]], user_id=SEEDED, email="seeded@example.com", email_verified=True,
        name="Seeded", nickname="seeded", picture="https://example.com/s.png", **STAMPS,
        identities=[{"connection": "Username-Password-Authentication", "user_id": SEEDED[6:], "provider": "auth0",
                     "isSocial": False}])],
    "sessions": [seeded(
        f"session{number}", [[1, SEEDED]], id=f"session{number}", user_id=SEEDED, authenticated_at=TIME,
        idle_expires_at=TIME, expires_at=TIME, last_interacted_at=TIME, clients=[{"client_id": "c"}], **STAMPS,
        device={"initial_ip": "127.0.0.1", "initial_user_agent": "a", "last_ip": "127.0.0.1", "last_user_agent": "a"},
        authentication={"methods": [{"name": "pwd", "timestamp": TIME}]}, cookie={"mode": "persistent"},
        session_metadata=None) for number in range(1, 5)],
    "refresh-tokens": [seeded(
        f"token{number}", [[1, SEEDED], [2, "c"], [3, "session4"]], id=f"token{number}", user_id=SEEDED,
        created_at=TIME, idle_expires_at=None, expires_at=None, client_id="c", session_id="session4", rotating=False,
        device={"initial_ip": "127.0.0.1", "initial_user_agent": "a", "last_ip": "127.0.0.1", "last_user_agent": "a"},
        resource_servers=[{"audience": "urn:a", "scopes": "read:a"}], refresh_token_metadata=None,
        last_exchanged_at=None) for number in range(1, 5)],
    "groups": [seeded(
        id, [], id=id, name=name, external_id=name, tenant_name="families", **STAMPS)
        for id, name in (("grp_1111111111111111111111", "staff"), ("grp_2222222222222222222222", "guests"))],
    "groups/members": [seeded(
        f"grp_1111111111111111111111/{SEEDED}", [[0, "grp_1111111111111111111111"], [1, SEEDED]], id=SEEDED,
        member_type="user", type="connection", created_at=TIME)],
    "grants": [seeded(
        id, [[1, SEEDED], [2, "c"]], id=id, user_id=SEEDED, clientID="c", audience="urn:a", scope=["read:a"])
        for id in ("aaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaa2")],
    "logs": [seeded(
        "900" + "1" * 53, [[0, SEEDED]], _id="900" + "1" * 53, log_id="900" + "1" * 53, date=TIME, type="s",
        description="a login", client_id="c", client_name="C", ip="127.0.0.1", user_id=SEEDED, user_name="Seeded",
        user_agent="a", isMobile=False, details={})],
    "users/connected-accounts": [seeded(
        f"{SEEDED}/cac_1111111111111111111111", [[0, SEEDED]], id="cac_1111111111111111111111", connection="google",
        connection_id="con_0123456789abcdef", strategy="google-oauth2", access_type="offline", scopes=["a"],
        created_at=TIME)],
    "users/enrollments": [seeded(
        f"{SEEDED}/dev_0123456789abcdef", [[0, SEEDED]], id="dev_0123456789abcdef", status="confirmed", type="sms",
        name="a", auth_method="sms", enrolled_at=TIME)],
    "users/blocks": [seeded(
        f"{SEEDED}/00000000-0000-4000-8000-000000000001", [[0, SEEDED], [1, "seeded@example.com"]],
        id="00000000-0000-4000-8000-000000000001", identifier="seeded@example.com", ip="10.0.0.1",
        connection="Username-Password-Authentication")],
    "guardian/enrollments": [seeded(
        "dev_fedcba9876543210", [], id="dev_fedcba9876543210", status="confirmed", enrolled_at=TIME)],
    "anomaly/blocks": [seeded("10.0.0.2", [], id="10.0.0.2")],
}}}
