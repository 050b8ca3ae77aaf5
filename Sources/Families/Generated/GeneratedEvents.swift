// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let events = GeneratedFamily(
        name: "events", firstNumber: 154,
        operations: """
            GET /events subscribe_events read:events - q document Subscribe to events via Server-Sent Events (SSE)
            """,
        schemas: ##"""
            {"subscribe_events.query":{"t":"o","p":{
            "from":{"t":"s","L":1024,"d":"Opaque token representing position in the stream. If not provided, stream will start from the latest events"},
            "from_timestamp":{"t":"s","L":20,"d":"RFC-3339 timestamp indicating where to start streaming events from. This should only be used on the initial query when a cursor may not be available. Subsequent requests should use the cursor (from) as it will be more accurate"},
            "event_type":{"t":"a","a":{"t":"s","e":["group.created","group.deleted","group.member.added","group.member.deleted","group.role.assigned","group.role.deleted","group.updated","organization.connection.added","organization.connection.removed","organization.connection.updated","organization.created","organization.deleted","organization.group.role.assigned","organization.group.role.deleted","organization.member.added","organization.member.deleted","organization.member.role.assigned","organization.member.role.deleted","organization.updated","user.created","user.deleted","user.updated"]},"d":"Event type(s) to listen for. Specify multiple times for multiple types (e.g., ?event_type=user.created&event_type=user.updated). If not provided, all event types will be streamed"}}}}
            """##)
}
