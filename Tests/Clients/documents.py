"""Auth0's OpenAPI document, and what the service was recorded to do otherwise (reference actions-api.md, last section)."""


def amended(node):
    """The document with what it leaves out."""
    if isinstance(node, list):
        return [amended(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: amended(value) for key, value in node.items()}
    if "post-login" in (node.get("enum") or []) and "mcp-tool" not in node["enum"]:
        node["enum"] = node["enum"] + ["mcp-tool"]
    if {"deployed_version", "all_changes_deployed"} <= (node.get("properties") or {}).keys():
        node["properties"].setdefault("current_version", {"type": "object"})
    if "operationId" in node:
        responses = node["responses"]
        if "202" in responses:
            responses.setdefault("200", responses["202"])
        # What does not exist, and a body of another type than JSON.
        for status in "404", "415":
            responses.setdefault(status, {"description": "not in the document"})
    return node
